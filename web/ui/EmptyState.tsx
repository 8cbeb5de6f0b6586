import type { ReactNode } from 'react'

/** One sentence why nothing is here, and one thing to do. */
export function EmptyState({ says, action }: { says: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{says}</p>
      {action}
    </div>
  )
}
