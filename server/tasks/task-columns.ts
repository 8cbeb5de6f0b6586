/** The columns of a task table, and how offices head them. */
export const COLUMNS = {
  label: { label: 'Nhiệm vụ', heads: /nhiệm vụ|nội dung|công việc/ },
  lead: { label: 'Chủ trì', heads: /chủ trì|thực hiện chính|cơ quan thực hiện|đơn vị thực hiện/ },
  with: { label: 'Phối hợp', heads: /phối hợp/ },
  due: { label: 'Thời hạn', heads: /thời hạn|thời gian|hạn|tiến độ/ },
  product: { label: 'Sản phẩm', heads: /sản phẩm|kết quả|đầu ra/ },
} as const

export type Column = keyof typeof COLUMNS
export const COLUMN_CODES = Object.keys(COLUMNS) as [Column, ...Column[]]
