import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Input } from '#web/lib/api.ts'

export const PAGE = 50

type Asked = Input<'GET /audit/entries'>

/** The filters as the address spells them, and as the server is asked. */
export function useLogAddress() {
  const address = useSearch({ from: '/inside/nhat-ky' })
  const navigate = useNavigate({ from: '/nhat-ky' })
  /** A narrower list starts at its first page. */
  const narrow = (change: Partial<typeof address>) =>
    void navigate({
      search: (before) => ({ ...before, trang: undefined, ...change }),
      replace: true,
    })
  const page = address.trang ?? 1
  const asked: Asked = {
    actor: address.ai,
    operation: address.viec,
    caseRef: address['vu-viec'],
    act: address.loai,
    from: address.tu,
    to: address.den,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  }
  return { address, narrow, asked, page }
}
