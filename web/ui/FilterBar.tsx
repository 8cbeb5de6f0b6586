import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords, wordsOf } from '#web/lib/language.ts'

const filterWords = wordsOf(
  { more: 'Điều kiện khác', clear: 'Bỏ lọc' },
  { more: 'More filters', clear: 'Clear' },
)

interface Props {
  /** Stays in sight on a phone; the rest opens under it. */
  first: ReactNode
  children: ReactNode
  filtered: boolean
  onClear(): void
}

/** What narrows a list, and one way back to all of it. */
export function FilterBar({ first, children, filtered, onClear }: Props) {
  const say = useWords(filterWords)
  const [open, setOpen] = useState(false)
  return (
    <div className={`filters no-print ${open ? '' : 'closed'}`}>
      {first}
      <Button className="only-phone more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say.more}
      </Button>
      {children}
      {filtered ? (
        <Button type="link" onClick={onClear}>
          {say.clear}
        </Button>
      ) : null}
    </div>
  )
}
