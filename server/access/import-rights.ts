const field = 'Nhập danh sách'

/** Rights about lists read into the records. */
export const IMPORT_RIGHTS = {
  'imports.see': {
    label: 'Xem các lần nhập, bản gốc',
    field,
    opensRecords: true,
    operations: ['cadres.imports', 'cadres.import_original'],
  },
  'imports.decide': {
    label: 'Nhập danh sách',
    field,
    opensRecords: true,
    operations: ['cadres.preview_import', 'cadres.import', 'cadres.undo_import'],
  },
} as const
