import { LinkOutlined } from '@ant-design/icons'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

interface Props {
  crumbs: ReactNode[]
  title: ReactNode
  /** What the tab of the browser says; the title when that is plain text. */
  tab?: string
  says?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ crumbs, title, tab, says, actions }: Props) {
  const name = tab ?? (typeof title === 'string' ? title : '')
  useEffect(() => {
    document.title = name ? `${name} · Ngang Tầm` : 'Ngang Tầm'
  }, [name])
  return (
    <>
      <Crumbs crumbs={crumbs} />
      <div className="page-title">
        <div>
          <h1>{title}</h1>
          {says ? <p>{says}</p> : null}
        </div>
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
    </>
  )
}

/** The way here, and the address a colleague can be sent to see the same figures. */
export function Crumbs({ crumbs }: { crumbs: ReactNode[] }) {
  const address = useLocation({ select: (location) => decodeURI(location.href) })
  return (
    <div className="crumbs no-print">
      {crumbs.map((crumb, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the way here never reorders.
        <span key={index}>
          {index > 0 ? '/ ' : ''}
          {crumb}
        </span>
      ))}
      <span className="address">
        <LinkOutlined aria-hidden /> {address}
      </span>
    </div>
  )
}
