import { type ReactNode, useMemo, useState } from 'react'

export interface Column<Row> {
  key: string
  title: string
  cell(row: Row): ReactNode
  /** What is sorted by and copied; a column without it can do neither. */
  value?(row: Row): string | number | null
  align?: 'right' | 'center'
  width?: number
  nowrap?: boolean
  /** Shown only when the reader asks for it. */
  hidden?: boolean
  /** Left out on a phone, so that the others fit there. */
  desk?: boolean
}

export interface Sort {
  key: string
  descending: boolean
}

const vietnamese = new Intl.Collator('vi', { numeric: true })

/** Which columns a reader hid or chose, remembered on this machine under the table's name. */
export function useChosenColumns<Row>(name: string, columns: Column<Row>[]) {
  const stored = `ngangtam.columns.${name}`
  const [chosen, setChosen] = useState<string[]>(() => {
    const kept = localStorage.getItem(stored)
    return kept ? kept.split(',') : columns.filter((column) => !column.hidden).map(({ key }) => key)
  })
  const choose = (keys: string[]) => {
    localStorage.setItem(stored, keys.join(','))
    setChosen(keys)
  }
  const shown = columns.filter(({ key }) => chosen.includes(key))
  return { all: columns, shown: shown.length > 0 ? shown : columns, chosen, choose }
}

export interface TableView<Row> extends ReturnType<typeof useChosenColumns<Row>> {
  rows: Row[]
  sort: Sort | undefined
  sortBy(key: string): void
}

/** Rows in the order the reader asked for; no value sorts last either way. */
export function useTable<Row>(name: string, columns: Column<Row>[], rows: Row[]): TableView<Row> {
  const chosen = useChosenColumns(name, columns)
  const [sort, setSort] = useState<Sort>()
  const sorted = useMemo(() => {
    const value = columns.find(({ key }) => key === sort?.key)?.value
    if (!sort || !value) return rows
    const sign = sort.descending ? -1 : 1
    return [...rows].sort((one, other) => {
      const [a, b] = [value(one), value(other)]
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
      return sign * vietnamese.compare(String(a), String(b))
    })
  }, [columns, rows, sort])
  return {
    ...chosen,
    rows: sorted,
    sort,
    sortBy: (key) => setSort((before) => nextSort(before, key)),
  }
}

/** Ascending, then descending, then as it came. */
export function nextSort(before: Sort | undefined, key: string): Sort | undefined {
  if (before?.key !== key) return { key, descending: false }
  return before.descending ? undefined : { key, descending: true }
}

/** Rows as a spreadsheet takes them when pasted. */
export function asTabs<Row>(columns: Column<Row>[], rows: Row[]): string {
  const copied = columns.filter((column) => column.value)
  const plain = (value: string | number | null | undefined) =>
    String(value ?? '').replace(/[\t\n\r]+/g, ' ')
  return [
    copied.map(({ title }) => title).join('\t'),
    ...rows.map((row) => copied.map((column) => plain(column.value?.(row))).join('\t')),
  ].join('\n')
}
