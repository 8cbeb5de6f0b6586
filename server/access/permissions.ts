/** What each role may do, by operation name or by folder. Nothing that is not written here is allowed. */
const PERMISSIONS: Record<string, readonly string[]> = {
  province_officer: ['access.', 'audit.', 'organisation.', 'cadres.', 'directives.'],
  unit_officer: [
    'access.',
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
  ],
  cadre: [
    'access.',
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
  system: [''],
}

/** All others see a unit's subtree, or only themselves. */
export const SEES_WHOLE_PROVINCE = new Set(['province_officer', 'system'])

export const ROLE_LABELS: Record<string, string> = {
  province_officer: 'Cán bộ tổ chức cấp tỉnh',
  unit_officer: 'Cán bộ tổ chức của đơn vị',
  cadre: 'Cán bộ xem hồ sơ của mình',
  system: 'Người vận hành máy chủ',
}

export function permits(role: string, operation: string): boolean {
  return (PERMISSIONS[role] ?? []).some(
    (granted) =>
      granted === operation ||
      ((granted.endsWith('.') || granted === '') && operation.startsWith(granted)),
  )
}
