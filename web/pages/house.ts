import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { DAY, text, whole, word } from '#web/lib/address.ts'
import { inside } from './inside.ts'

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/nhap-du-lieu',
  component: lazyRouteComponent(() => import('../imports/ImportPage.tsx'), 'ImportPage'),
})

const log = createRoute({
  getParentRoute: () => inside,
  path: '/nhat-ky',
  validateSearch: (search): LogAddress => ({
    ai: text(search.ai),
    viec: text(search.viec),
    'vu-viec': word(search['vu-viec'], CASE),
    loai: ACTS.find((act) => act === search.loai),
    tu: word(search.tu, DAY),
    den: word(search.den, DAY),
    trang: whole(search.trang),
  }),
  component: lazyRouteComponent(() => import('../audit/LogPage.tsx'), 'LogPage'),
})

const ACTS = ['change', 'view', 'export', 'print'] as const
const CASE = /^[a-z_]{1,40}:\d{1,9}$/

/** The filters of the log: account, operation, case, kind, first and last day; `trang` is the page. */
interface LogAddress {
  ai?: string
  viec?: string
  'vu-viec'?: string
  loai?: (typeof ACTS)[number]
  tu?: string
  den?: string
  trang?: number
}

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('../access/AccountsPage.tsx'), 'AccountsPage'),
})

const roles = createRoute({
  getParentRoute: () => inside,
  path: '/vai-tro',
  validateSearch: (search): { luc?: string } => ({ luc: word(search.luc, DAY) }),
  component: lazyRouteComponent(() => import('../access/RolesPage.tsx'), 'RolesPage'),
})

const ownAccount = createRoute({
  getParentRoute: () => inside,
  path: '/tai-khoan-cua-toi',
  component: lazyRouteComponent(() => import('../access/OwnAccountPage.tsx'), 'OwnAccountPage'),
})

export const housePages = [imports, log, accounts, roles, ownAccount] as const
