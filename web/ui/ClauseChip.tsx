import { Popover } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  cite: string
  /** The version in force, shown after the clause. */
  version?: string
  parameter?: boolean
  /** The reference, the version and the parameters of that day. */
  children?: ReactNode
}

/** The clause a rule stands on; opens its reference. */
export function ClauseChip({ cite, version, parameter, children }: Props) {
  const chip = (
    <button
      type="button"
      className={`chip ${parameter ? 'parameter' : ''}`}
      title={cite}
      onClick={(event) => event.stopPropagation()}
    >
      {cite}
      {version ? <i>{version}</i> : null}
    </button>
  )
  return (
    <Popover
      trigger="click"
      content={<div style={{ maxWidth: 380 }}>{children}</div>}
      destroyOnHidden
    >
      {chip}
    </Popover>
  )
}
