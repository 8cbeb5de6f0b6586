import { useNavigate, useSearch } from '@tanstack/react-router'

/** `bao-cao` and `ky`: the report and period listed; `cua`: whose report is open. */
export interface PeriodicAddress {
  'bao-cao'?: string
  ky?: string
  cua?: number
  cham?: boolean
}

export function usePeriodicAddress() {
  const address: PeriodicAddress = useSearch({ from: '/inside/bao-cao-dinh-ky' })
  const navigate = useNavigate({ from: '/bao-cao-dinh-ky' })
  const narrow = (changes: PeriodicAddress) =>
    navigate({ search: (before) => ({ ...before, ...changes }) })
  return { address, narrow }
}
