import { Segmented } from 'antd'

interface Props<Part extends string> {
  open: Part
  parts: readonly { value: Part; label: string }[]
  onOpen(part: Part): void
}

/** The parts of one page side by side; too many for a phone scroll inside their row. */
export function PageParts<Part extends string>({ open, parts, onOpen }: Props<Part>) {
  return (
    <div className="page-parts no-print">
      <Segmented value={open} options={[...parts]} onChange={onOpen} />
    </div>
  )
}
