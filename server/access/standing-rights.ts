const field = 'Vị trí việc làm, tiêu chuẩn'

/** Rights about job positions, standards, quotas, vacancies and reviews of the workforce. */
export const STANDING_RIGHTS = {
  'positions.see': {
    label: 'Xem danh mục vị trí việc làm, tiêu chuẩn',
    field,
    opensRecords: true,
    operations: ['organisation.positions', 'organisation.standards'],
  },
  'positions.decide': {
    label: 'Ghi vị trí việc làm, tiêu chuẩn, biên chế, người giữ vị trí',
    field,
    opensRecords: true,
    operations: [
      'organisation.decide_position',
      'organisation.decide_standard',
      'organisation.decide_quota',
      'cadres.hold_position',
      'cadres.confirm_standard',
    ],
  },
  'staffing.see': {
    label: 'Xem biên chế giao và sử dụng, số cấp phó',
    field,
    opensRecords: true,
    operations: [
      'cadres.quotas',
      'cadres.quota_people',
      'cadres.quota_export',
      'reorganisations.deputies',
    ],
  },
  'standing.see': {
    label: 'Xem vị trí khuyết, người đạt tiêu chuẩn',
    field,
    opensRecords: true,
    operations: [
      'cadres.vacancies',
      'cadres.vacancy',
      'cadres.unit_standing',
      'cadres.standing_people',
    ],
  },
  'own_standing.see': {
    label: 'Xem tiêu chuẩn của một người',
    field,
    opensRecords: true,
    operations: ['cadres.person_standing'],
  },
  'reviews.see': {
    label: 'Xem các kỳ rà soát đội ngũ',
    field,
    opensRecords: true,
    operations: ['cadres.reviews'],
  },
  'reviews.decide': {
    label: 'Chốt rà soát đội ngũ',
    field,
    opensRecords: true,
    operations: ['cadres.review_workforce'],
  },
} as const
