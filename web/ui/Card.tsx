import { type ReactNode, useId } from 'react'

interface Props {
  title?: ReactNode
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A white block with a heading; the heading names it for a screen reader. */
export function Card({ title, aside, className = '', children }: Props) {
  const id = useId()
  return (
    <section className={`card ${className}`} aria-labelledby={title ? id : undefined}>
      {title ? (
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          {aside ? <div className="aside">{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  )
}
