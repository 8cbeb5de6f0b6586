import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { DAY, word } from '#web/lib/address.ts'
import { Refused } from '#web/lib/api.ts'
import { meQuestion } from '#web/lib/session.ts'
import { Shell } from '#web/shell/Shell.tsx'
import { Lost, Trouble } from '#web/shell/Trouble.tsx'

/** Every screen and its address. What is in the address is what a colleague sees too. */
export const root = createRootRouteWithContext<{ client: QueryClient }>()({
  validateSearch: (search): { ngay?: string } => ({
    ngay: word(search.ngay, DAY),
  }),
  search: { middlewares: [retainSearchParams<{ ngay?: string }>(['ngay'])] },
  notFoundComponent: Lost,
  errorComponent: Trouble,
})

export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location, search: { ngay } }) => {
    const me = await context.client.ensureQueryData(meQuestion).catch((problem: unknown) => {
      if (problem instanceof Refused && problem.kind === 'unauthenticated') {
        throw redirect({ to: '/dang-nhap', search: { ve: location.href } })
      }
      throw problem
    })
    if (!ngay) {
      const asOf = me.province.looksAt ?? me.today
      throw redirect({ to: '.', search: (before) => ({ ...before, ngay: asOf }), replace: true })
    }
    return { me }
  },
  component: Shell,
})
