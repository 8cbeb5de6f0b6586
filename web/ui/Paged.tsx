import { Pagination } from 'antd'
import { type ReactNode, useState } from 'react'

interface Props<Row> {
  rows: readonly Row[]
  label: string
  /** Rows a page; fewer rows show no pager. */
  size?: number
  children(page: readonly Row[]): ReactNode
}

/** A long list page by page; a narrower list starts at its first page again. */
export function Paged<Row>({ rows, label, size = 40, children }: Props<Row>) {
  const [asked, setAsked] = useState(1)
  const last = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(asked, last)
  return (
    <>
      {children(rows.slice((page - 1) * size, page * size))}
      {last > 1 ? (
        <nav className="card-body no-print" aria-label={label}>
          <Pagination
            size="small"
            current={page}
            total={rows.length}
            pageSize={size}
            showSizeChanger={false}
            showLessItems
            onChange={setAsked}
          />
        </nav>
      ) : null}
    </>
  )
}
