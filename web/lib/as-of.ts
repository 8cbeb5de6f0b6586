import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from './session.ts'

/** The date every figure on screen is counted at; it lives in the address as `?ngay=2024-10-31`. */
export function useAsOf() {
  const { ngay } = useSearch({ strict: false })
  const { today, province } = useMe()
  const navigate = useNavigate()
  const asOf = ngay ?? province.looksAt ?? today
  return {
    asOf,
    today,
    isToday: asOf === today,
    lookAt: (date: string) =>
      navigate({ to: '.', search: (before) => ({ ...before, ngay: date }), replace: true }),
  }
}
