/** Rights about who may decide what, and who is whose relative. */
export const AUTHORITY_RIGHTS = {
  'authority.see': {
    label: 'Xem phân cấp',
    field: 'Phân cấp, quan hệ gia đình',
    opensRecords: true,
    operations: ['authority.who_may', 'authority.delegations'],
  },
  'authority.decide': {
    label: 'Ghi phân cấp',
    field: 'Phân cấp, quan hệ gia đình',
    opensRecords: true,
    operations: ['authority.delegate', 'authority.end_delegation'],
  },
  'kinship.see': {
    label: 'Xem quan hệ gia đình',
    field: 'Phân cấp, quan hệ gia đình',
    opensRecords: true,
    operations: ['authority.conflicts_in', 'authority.relatives_in_posts', 'authority.kinship_of'],
  },
  'kinship.decide': {
    label: 'Ghi quan hệ gia đình, việc từ chối tham gia',
    field: 'Phân cấp, quan hệ gia đình',
    opensRecords: true,
    operations: ['authority.declare_kinship', 'authority.confirm_kinship', 'authority.recuse'],
  },
} as const
