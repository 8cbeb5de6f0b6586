import type { ReactNode } from 'react'
import { ToneIcon } from './StateTag.tsx'

interface Props {
  tone: 'info' | 'remind' | 'stop' | 'met'
  children: ReactNode
  action?: ReactNode
}

export function Notice({ tone, children, action }: Props) {
  return (
    <div className={`notice ${tone}`} role={tone === 'stop' ? 'alert' : undefined}>
      <ToneIcon tone={tone} />
      <div style={{ flex: 1, minWidth: 0 }}>{children}</div>
      {action}
    </div>
  )
}
