import type { ReactNode } from 'react'

/** Last on the page: what remains, the reason, then the button. */
export function FootBar({ children }: { children: ReactNode }) {
  return <section className="card foot-bar">{children}</section>
}
