/** What everyone may do with the account they signed in with. */
const OWN_ACCOUNT = [
  'access.who_am_i',
  'access.own_account',
  'access.own_sessions',
  'access.change_password',
  'access.start_second_factor',
  'access.confirm_second_factor',
  'access.remove_second_factor',
  'access.renew_recovery_codes',
  'access.end_own_session',
  'access.end_other_sessions',
]

/** What each role may do, by operation name or by folder. Nothing that is not written here is allowed. */
const PERMISSIONS: Record<string, readonly string[]> = {
  province_officer: ['access.', 'audit.', 'organisation.', 'cadres.', 'directives.', 'authority.'],
  unit_officer: [
    ...OWN_ACCOUNT,
    'organisation.',
    'cadres.list',
    'cadres.file',
    'cadres.export',
    'cadres.columns',
    'cadres.overview',
    'cadres.frame',
    'cadres.card',
    'cadres.restricted_groups',
    'cadres.restricted_group',
    'cadres.print_file',
    'audit.of_person',
    'directives.',
    'authority.who_may',
    'authority.delegations',
  ],
  cadre: [
    ...OWN_ACCOUNT,
    'organisation.tree',
    'cadres.file',
    'cadres.card',
    'cadres.restricted_groups',
    'cadres.restricted_group',
    'cadres.print_file',
    'audit.of_person',
    'directives.about_person',
    'directives.packs',
  ],
  /** Reads all and changes nothing: named one by one, so that no later command slips in. */
  inspector: [
    ...OWN_ACCOUNT,
    'audit.verify',
    'audit.head',
    'audit.export',
    'audit.of_person',
    'audit.entries',
    'audit.choices',
    'organisation.tree',
    'organisation.unit',
    'organisation.frame',
    'cadres.list',
    'cadres.file',
    'cadres.card',
    'cadres.columns',
    'cadres.overview',
    'cadres.export',
    'cadres.print_file',
    'cadres.restricted_groups',
    'cadres.restricted_group',
    'cadres.imports',
    'cadres.import_original',
    'directives.targets',
    'directives.target',
    'directives.target_units',
    'directives.target_subjects',
    'directives.target_trend',
    'directives.targets_by_unit',
    'directives.trends',
    'directives.figures',
    'directives.heat',
    'directives.packs',
    'directives.about_person',
    'authority.who_may',
    'authority.delegations',
    'authority.conflicts_in',
    'authority.relatives_in_posts',
  ],
  /** Keeps the accounts, and sees no one's record. */
  admin: ['access.', 'audit.verify', 'audit.head'],
  system: [''],
}

/** Everyone who may come through the door but the operator of the server. */
export const PERMISSION_ROLES = Object.keys(PERMISSIONS).filter((role) => role !== 'system')

/** All others see a unit's subtree, only themselves, or nobody. */
export const SEES_WHOLE_PROVINCE = new Set(['province_officer', 'inspector', 'system'])

export const ROLE_LABELS: Record<string, string> = {
  province_officer: 'Cán bộ tổ chức cấp tỉnh',
  unit_officer: 'Cán bộ tổ chức của đơn vị',
  cadre: 'Cán bộ xem hồ sơ của mình',
  inspector: 'Kiểm tra, thanh tra (chỉ xem)',
  admin: 'Quản trị tài khoản',
  system: 'Người vận hành máy chủ',
}

/** The roles an account may hold. */
export const ACCOUNT_ROLES = [
  'province_officer',
  'unit_officer',
  'cadre',
  'inspector',
  'admin',
] as const

export function permits(role: string, operation: string): boolean {
  return (PERMISSIONS[role] ?? []).some(
    (granted) =>
      granted === operation ||
      ((granted.endsWith('.') || granted === '') && operation.startsWith(granted)),
  )
}

/** In a demonstration the officer shows the account screens too; in real use that is the admin's. */
export function administers(role: string, demonstration: boolean): boolean {
  return role === 'admin' || role === 'system' || (role === 'province_officer' && demonstration)
}
