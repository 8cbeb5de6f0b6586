import type { Right } from './rights.ts'

const FIELD = 'Nhập danh sách'

/** Words decided in imports, and records of one person merged by hand. */
export const QUALITY_RIGHTS = {
  'aliases.see': {
    label: 'Xem cách hiểu đã chốt khi nhập',
    field: FIELD,
    operations: ['cadres.import_aliases'],
  },
  'aliases.decide': {
    label: 'Xóa cách hiểu đã chốt',
    field: FIELD,
    operations: ['cadres.remove_import_alias'],
  },
  'duplicates.see': {
    label: 'Xem hồ sơ có thể trùng',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    wholeProvince: true,
    operations: ['cadres.duplicates', 'cadres.duplicate_pair', 'cadres.merges'],
  },
  'duplicates.decide': {
    label: 'Gộp hồ sơ trùng, hoàn tác',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    wholeProvince: true,
    operations: ['cadres.merge', 'cadres.undo_merge', 'cadres.say_distinct'],
  },
} as const satisfies Record<string, Right>
