interface Column {
  no: string
  label: string
  under: string[]
}

export interface HeaderCell {
  text: string
  columns: number
  rows: number
}

/** Rows of a table head: shared headings span, a column without them reaches up. */
export function headerRows(columns: readonly Column[]): HeaderCell[][] {
  const depth = Math.max(...columns.map(({ under }) => under.length)) + 1
  return Array.from({ length: depth }, (_, level) =>
    columns.flatMap(({ label, under }, index) => {
      if (level > under.length) return []
      if (level === under.length) return [{ text: label, columns: 1, rows: depth - level }]
      const pathOf = (column: Column | undefined) =>
        column && column.under.length > level ? column.under.slice(0, level + 1).join('|') : null
      const path = pathOf(columns[index])
      if (pathOf(columns[index - 1]) === path) return []
      const after = columns.slice(index).findIndex((other) => pathOf(other) !== path)
      const span = after < 0 ? columns.length - index : after
      return [{ text: under[level] ?? '', columns: span, rows: 1 }]
    }),
  )
}
