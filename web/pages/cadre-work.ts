import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { DAY, text, whole, word } from '#web/lib/address.ts'
import { inside } from './inside.ts'

const authority = createRoute({
  getParentRoute: () => inside,
  path: '/phan-cap',
  validateSearch: (search): AuthorityAddress => ({
    hoi: text(search.hoi),
    'don-vi': whole(search['don-vi']),
    'linh-vuc': text(search['linh-vuc']),
    viec: text(search.viec),
  }),
  component: lazyRouteComponent(() => import('../authority/AuthorityPage.tsx'), 'AuthorityPage'),
})

/** `hoi` and `don-vi`: the question asked; `linh-vuc` and `viec`: the field and action listed. */
interface AuthorityAddress {
  hoi?: string
  'don-vi'?: number
  'linh-vuc'?: string
  viec?: string
}

const due = createRoute({
  getParentRoute: () => inside,
  path: '/den-han',
  validateSearch: (search): DueAddress => ({
    loai: text(search.loai),
    'don-vi': whole(search['don-vi']),
    tu: word(search.tu, DAY),
    den: word(search.den, DAY),
  }),
  component: lazyRouteComponent(() => import('../due/DuePage.tsx'), 'DuePage'),
})

/** The kind and the unit listed, the first and the last day. */
interface DueAddress {
  loai?: string
  'don-vi'?: number
  tu?: string
  den?: string
}

const ownTasks = createRoute({
  getParentRoute: () => inside,
  path: '/viec-cua-toi',
  component: lazyRouteComponent(() => import('../tasks/OwnPage.tsx'), 'OwnPage'),
})

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/lich',
  validateSearch: (search): { thang?: string; chon?: string; 'don-vi'?: number } => ({
    thang: word(search.thang, /^\d{4}-(0[1-9]|1[0-2])$/),
    chon: word(search.chon, DAY),
    'don-vi': whole(search['don-vi']),
  }),
  component: lazyRouteComponent(() => import('../tasks/CalendarPage.tsx'), 'CalendarPage'),
})

const exams = createRoute({
  getParentRoute: () => inside,
  path: '/kiem-tra-kien-thuc',
  validateSearch: (search): { xem?: (typeof EXAM_PARTS)[number]; mo?: number } => ({
    xem: EXAM_PARTS.find((part) => part === search.xem),
    mo: whole(search.mo),
  }),
  component: lazyRouteComponent(() => import('../exams/ExamsPage.tsx'), 'ExamsPage'),
})

const EXAM_PARTS = ['dot', 'cau-hoi', 'de', 'cham', 'thong-ke'] as const

const ownExams = createRoute({
  getParentRoute: () => inside,
  path: '/bai-kiem-tra',
  component: lazyRouteComponent(() => import('../exams/OwnExamsPage.tsx'), 'OwnExamsPage'),
})

const paper = createRoute({
  getParentRoute: () => inside,
  path: '/bai-kiem-tra/$id',
  component: lazyRouteComponent(() => import('../exams/PaperPage.tsx'), 'PaperPage'),
})

const PERIOD = /^20\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?$/

/** The year alone reads as a number in an address. */
const period = (value: unknown) => word(text(value), PERIOD)

const evaluations = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia',
  validateSearch: (search): { ky?: string } => ({ ky: period(search.ky) }),
  component: lazyRouteComponent(() => import('../evaluation/BoardPage.tsx'), 'BoardPage'),
})

const unitCycle = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/$ky/$donvi',
  validateSearch: (search): UnitCycleAddress => ({
    phan: CYCLE_TABS.find((tab) => tab === search.phan),
    mo: whole(search.mo),
    'quy-che': word(search['quy-che'], /^[a-z0-9-]{1,60}$/),
  }),
  component: lazyRouteComponent(() => import('../evaluation/UnitCyclePage.tsx'), 'UnitCyclePage'),
})

const CYCLE_TABS = ['xet', 'giao', 'hop', 'sua', 'cong'] as const

/** `phan`: the tab; `mo`: the open row; `quy-che`: the scheme where a unit has two in one period. */
interface UnitCycleAddress {
  phan?: (typeof CYCLE_TABS)[number]
  mo?: number
  'quy-che'?: string
}

const ownEvaluations = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/cua-toi',
  component: lazyRouteComponent(() => import('../evaluation/OwnListPage.tsx'), 'OwnListPage'),
})

const ownEvaluation = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/cua-toi/$id',
  component: lazyRouteComponent(() => import('../evaluation/OwnPage.tsx'), 'OwnPage'),
})

const publishedResults = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/cong-khai/$id',
  component: lazyRouteComponent(() => import('../evaluation/PublishedPage.tsx'), 'PublishedPage'),
})

const productKinds = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/danh-muc',
  component: lazyRouteComponent(() => import('../evaluation/CataloguePage.tsx'), 'CataloguePage'),
})

const breakthrough = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/dot-pha',
  validateSearch: (search): { nam?: number } => ({ nam: whole(search.nam) }),
  component: lazyRouteComponent(
    () => import('../evaluation/BreakthroughPage.tsx'),
    'BreakthroughPage',
  ),
})

const comparison = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/so-sanh',
  validateSearch: (search): { ky?: string } => ({ ky: period(search.ky) }),
  component: lazyRouteComponent(() => import('../evaluation/ComparisonPage.tsx'), 'ComparisonPage'),
})

const overCap = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/vuot-tran',
  validateSearch: (search): { ky?: string } => ({ ky: period(search.ky) }),
  component: lazyRouteComponent(() => import('../evaluation/OverCapPage.tsx'), 'OverCapPage'),
})

const appeals = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/khieu-nai',
  component: lazyRouteComponent(() => import('../evaluation/AppealsPage.tsx'), 'AppealsPage'),
})

const openCycle = createRoute({
  getParentRoute: () => inside,
  path: '/danh-gia/mo-ky',
  validateSearch: (search): { ky?: string } => ({ ky: period(search.ky) }),
  component: lazyRouteComponent(() => import('../evaluation/OpenCyclePage.tsx'), 'OpenCyclePage'),
})

export const cadreWorkPages = [
  due,
  calendar,
  ownTasks,
  authority,
  evaluations,
  unitCycle,
  ownEvaluations,
  ownEvaluation,
  publishedResults,
  productKinds,
  breakthrough,
  comparison,
  overCap,
  appeals,
  openCycle,
  exams,
  ownExams,
  paper,
] as const
