import type { ReactNode, Ref } from 'react'

interface Props {
  label: string
  className?: string
  children: ReactNode
  ref?: Ref<HTMLElement>
}

/** Scrolls sideways in itself on a narrow screen, by keyboard too. */
export function ScrollBox({ label, className = 'table-box', children, ref }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard.
    <section ref={ref} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
