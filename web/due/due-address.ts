import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Input, Output } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'

export type Asked = Input<'GET /due'>
export type Due = Output<'GET /due'>
export type DueRow = Due['rows'][number]

/** The filters as the address spells them, and as the server is asked. */
export function useDueAddress() {
  const address = useSearch({ from: '/inside/den-han' })
  const { asOf } = useAsOf()
  const navigate = useNavigate({ from: '/den-han' })
  const narrow = (change: Partial<typeof address>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const asked: Asked = {
    asOf,
    kind: address.loai as Asked['kind'],
    unitId: address['don-vi'],
    from: address.tu,
    to: address.den,
  }
  return { address, narrow, asked }
}
