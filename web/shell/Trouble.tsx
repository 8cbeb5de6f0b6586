import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords, wordsOf } from '#web/lib/language.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'

const words = wordsOf(
  {
    lost: 'Địa chỉ này không dẫn tới trang nào. Có thể nó được chép thiếu.',
    home: 'Về trang đầu',
    again: 'Tải lại trang',
  },
  {
    lost: 'This address leads to no page. It may have been copied in part.',
    home: 'To the first page',
    again: 'Reload the page',
  },
)

export function Lost() {
  const say = useWords(words)
  return <EmptyState says={say.lost} action={<Link to="/">{say.home}</Link>} />
}

export function Trouble({ error }: { error: unknown }) {
  const say = useWords(words)
  return (
    <div style={{ padding: 20, maxWidth: 720, margin: '0 auto' }}>
      <Notice
        tone="stop"
        action={<Button onClick={() => window.location.reload()}>{say.again}</Button>}
      >
        {error instanceof Error ? error.message : String(error)}
      </Notice>
    </div>
  )
}
