import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Input, Output } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'

export type TaskRow = Output<'GET /tasks'>['rows'][number]

/** The filters and the open task as the address spells them. */
export function useTasksAddress() {
  const address = useSearch({ from: '/inside/nhiem-vu' })
  const { asOf } = useAsOf()
  const navigate = useNavigate({ from: '/nhiem-vu' })
  const narrow = (change: Partial<typeof address>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const asked: Input<'GET /tasks'> = {
    asOf,
    ...(address['van-ban'] ? { directive: address['van-ban'] } : {}),
    ...(address['don-vi'] ? { unitId: address['don-vi'] } : {}),
    ...(address.loc ? { state: address.loc as TaskRow['state'] } : {}),
  }
  return { address, narrow, asked, asOf }
}

/** The open task in the address: directive, task and time. */
export const openOf = ({ directive, task, period }: Open) => [directive, task, period].join('~')

export interface Open {
  directive: string
  task: string
  period: string
}

export function openIn(address: string | undefined): Open | undefined {
  const [directive, task, period = ''] = address?.split('~') ?? []
  return directive && task ? { directive, task, period } : undefined
}
