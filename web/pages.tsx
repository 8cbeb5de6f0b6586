import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { SignInPage } from './access/SignInPage.tsx'
import { text, word } from './lib/address.ts'
import { cadreWorkPages } from './pages/cadre-work.ts'
import { carryingOutPages } from './pages/carrying-out.ts'
import { housePages } from './pages/house.ts'
import { inside, root } from './pages/inside.ts'
import { peoplePages } from './pages/people.ts'
import { publicityPages } from './pages/publicity.ts'
import { startFor } from './shell/menu.ts'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (search): { ve?: string; loi?: string } => ({
    ve: word(search.ve, /^\/(?!\/)/),
    loi: text(search.loi),
  }),
  component: SignInPage,
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  component: lazyRouteComponent(() => import('./access/SetUpPage.tsx'), 'SetUpPage'),
})

const start = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    if (me.cadreId !== null) throw redirect({ to: '/ho-so/$id', params: { id: `${me.cadreId}` } })
    throw redirect({ to: startFor(me) })
  },
})

const publicPage = createRoute({
  getParentRoute: () => root,
  path: '/cong-khai/$tinh',
  component: lazyRouteComponent(() => import('./publicity/PublicPage.tsx'), 'PublicPage'),
})

/** Every screen and its address: what is in the address is what a colleague sees too. */
export const tree = root.addChildren([
  publicPage,
  signIn,
  setUp,
  inside.addChildren([
    start,
    ...peoplePages,
    ...cadreWorkPages,
    ...carryingOutPages,
    ...publicityPages,
    ...housePages,
  ]),
])
