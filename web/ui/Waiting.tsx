import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useWords, wordsOf } from '#web/lib/language.ts'
import { Notice } from './Notice.tsx'

const words = wordsOf(
  { loading: 'Đang đếm từ hồ sơ…', again: 'Thử lại' },
  { loading: 'Counting from the records…', again: 'Try again' },
)

interface Answer<T> {
  data: T | undefined
  error: { message: string } | null
  refetch(): unknown
}

interface Props<T> {
  answer: Answer<T>
  rows?: number
  children(data: T): ReactNode
}

/** What the server answered, or that it is still counting, or why it would not. */
export function Answered<T>({ answer, rows = 6, children }: Props<T>) {
  const say = useWords(words)
  if (answer.data !== undefined) return children(answer.data)
  if (answer.error) {
    return (
      <div className="card-body">
        <Notice tone="stop" action={<Button onClick={() => answer.refetch()}>{say.again}</Button>}>
          {answer.error.message}
        </Notice>
      </div>
    )
  }
  return (
    <div className="card-body" role="status" aria-label={say.loading}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
