import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { text, whole, word } from '#web/lib/address.ts'
import type { PeriodicAddress } from '#web/periodic-reports/periodic-address.ts'
import { inside } from './inside.ts'

const targets = createRoute({
  getParentRoute: () => inside,
  path: '/chi-tieu',
  validateSearch: (search): TargetsAddress => ({
    mo: text(search.mo),
    xem: search.xem === 'don-vi' ? 'don-vi' : undefined,
    tinh: STATUSES.find((status) => status === search.tinh),
    'don-vi': whole(search['don-vi']),
  }),
  component: lazyRouteComponent(() => import('../directives/TargetsPage.tsx'), 'TargetsPage'),
})

const STATUSES = ['counted', 'unknown', 'not_counted', 'all'] as const

/** `mo`: the open target; `xem`: its table by unit; `tinh` and `don-vi`: who is listed below. */
interface TargetsAddress {
  mo?: string
  xem?: 'don-vi'
  tinh?: (typeof STATUSES)[number]
  'don-vi'?: number
}

const oversight = createRoute({
  getParentRoute: () => inside,
  path: '/theo-doi-co-so',
  validateSearch: (search): { 'don-vi'?: number; loc?: string } => ({
    'don-vi': whole(search['don-vi']),
    loc: text(search.loc),
  }),
  component: lazyRouteComponent(
    () => import('../reorganisations/OversightPage.tsx'),
    'OversightPage',
  ),
})

const forms = createRoute({
  getParentRoute: () => inside,
  path: '/bieu-mau',
  validateSearch: (search): FormsAddress => ({
    bieu: word(search.bieu, /^[0-9a-z]{2,8}$/),
    dong: text(search.dong),
    cot: text(search.cot),
    'don-vi': whole(search['don-vi']),
  }),
  component: lazyRouteComponent(() => import('../reports/FormsPage.tsx'), 'FormsPage'),
})

/** `bieu`: the form; `dong`, `cot` and `don-vi`: the row, column and unit of the open cell. */
interface FormsAddress {
  bieu?: string
  dong?: string
  cot?: string
  'don-vi'?: number
}

const periodicReports = createRoute({
  getParentRoute: () => inside,
  path: '/bao-cao-dinh-ky',
  validateSearch: (search): PeriodicAddress => ({
    'bao-cao': text(search['bao-cao']),
    ky: text(search.ky),
    cua: whole(search.cua),
    cham: search.cham === true ? true : undefined,
  }),
  component: lazyRouteComponent(
    () => import('../periodic-reports/PeriodicReportsPage.tsx'),
    'PeriodicReportsPage',
  ),
})

const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/nhiem-vu',
  validateSearch: (search): TasksAddress => ({
    'van-ban': text(search['van-ban']),
    loc: text(search.loc),
    'don-vi': whole(search['don-vi']),
    bang: text(search.bang),
    mo: text(search.mo),
    cua: whole(search.cua),
  }),
  component: lazyRouteComponent(() => import('../tasks/TasksPage.tsx'), 'TasksPage'),
})

/** Directive, state and unit listed; `bang` the view; `mo` the open task, `cua` whose of it. */
interface TasksAddress {
  'van-ban'?: string
  loc?: string
  'don-vi'?: number
  bang?: string
  mo?: string
  cua?: number
}

const inspection = createRoute({
  getParentRoute: () => inside,
  path: '/kiem-tra-giam-sat',
  validateSearch: (
    search,
  ): {
    phan?: 'canh-bao' | 'cuoc' | 'kien-nghi' | 'vu-viec' | 'tham-tra'
    'canh-bao'?: string
    cuoc?: number
    ma?: string
    nam?: number
  } => ({
    nam: whole(search.nam),
    phan: word(search.phan, /^(canh-bao|cuoc|kien-nghi|vu-viec|tham-tra)$/) as 'cuoc' | undefined,
    'canh-bao': word(search['canh-bao'], /^[a-z_]+$/),
    cuoc: whole(search.cuoc),
    ma: word(text(search.ma), /^(\w+:)?\d+$/),
  }),
  component: lazyRouteComponent(() => import('../inspection/InspectionPage.tsx'), 'InspectionPage'),
})

const daring = createRoute({
  getParentRoute: () => inside,
  path: '/de-xuat',
  validateSearch: (search): { so?: number } => ({ so: whole(search.so) }),
  component: lazyRouteComponent(() => import('../inspection/DaringPage.tsx'), 'DaringPage'),
})

export const carryingOutPages = [
  targets,
  tasks,
  oversight,
  forms,
  periodicReports,
  inspection,
  daring,
] as const
