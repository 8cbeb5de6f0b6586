import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { text, whole, word } from '#web/lib/address.ts'
import { inside } from './inside.ts'

const overview = createRoute({
  getParentRoute: () => inside,
  path: '/tong-quan',
  component: lazyRouteComponent(() => import('../overview/OverviewPage.tsx'), 'OverviewPage'),
})

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/to-chuc',
  validateSearch: (search): { 'don-vi'?: number; khoi?: string } => ({
    'don-vi': whole(search['don-vi']),
    khoi: text(search.khoi),
  }),
  component: lazyRouteComponent(
    () => import('../organisation/OrganisationPage.tsx'),
    'OrganisationPage',
  ),
})

const cadres = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so',
  validateSearch: (search): CadreListAddress => ({
    tim: text(search.tim),
    'don-vi': whole(search['don-vi']),
    gioi: text(search.gioi),
    chuc: text(search.chuc),
    dien: text(search.dien),
    'trinh-do': text(search['trinh-do']),
    loai: text(search.loai),
    'tu-tuoi': whole(search['tu-tuoi']),
    'den-tuoi': whole(search['den-tuoi']),
    'nghi-trong': whole(search['nghi-trong']),
    thieu: text(search.thieu),
    xep: text(search.xep),
  }),
  component: lazyRouteComponent(() => import('../cadres/ListPage.tsx'), 'ListPage'),
})

/** The filters of the list as the address spells them; `xep` is a column, with `-` from the end. */
interface CadreListAddress {
  tim?: string
  'don-vi'?: number
  gioi?: string
  chuc?: string
  dien?: string
  'trinh-do'?: string
  loai?: string
  'tu-tuoi'?: number
  'den-tuoi'?: number
  'nghi-trong'?: number
  thieu?: string
  xep?: string
}

const cadre = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so/$id',
  validateSearch: (search): { muc?: string } => ({ muc: word(search.muc, /^([A-I]|tai-lieu)$/) }),
  component: lazyRouteComponent(() => import('../cadres/PersonPage.tsx'), 'PersonPage'),
})

const completeness = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so/day-du',
  validateSearch: (search): { 'don-vi'?: number; thieu?: string } => ({
    'don-vi': whole(search['don-vi']),
    thieu: text(search.thieu),
  }),
  component: lazyRouteComponent(() => import('../cadres/CompletenessPage.tsx'), 'CompletenessPage'),
})

const ownRecord = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so-cua-toi',
  component: lazyRouteComponent(() => import('../declarations/OwnRecordPage.tsx'), 'OwnRecordPage'),
})

const declarations = createRoute({
  getParentRoute: () => inside,
  path: '/duyet-ke-khai',
  validateSearch: (search): { mo?: number; buoc?: 'tinh' } => ({
    mo: whole(search.mo),
    buoc: search.buoc === 'tinh' ? 'tinh' : undefined,
  }),
  component: lazyRouteComponent(() => import('../declarations/InboxPage.tsx'), 'InboxPage'),
})

const supplement = createRoute({
  getParentRoute: () => inside,
  path: '/bo-sung-ly-lich',
  validateSearch: (search): SupplementAddress => ({
    dot: whole(search.dot),
    'don-vi': whole(search['don-vi']),
    loc: SUPPLEMENT_STATES.find((state) => state === search.loc),
  }),
  component: lazyRouteComponent(
    () => import('../declarations/SupplementPage.tsx'),
    'SupplementPage',
  ),
})

const SUPPLEMENT_STATES = ['done', 'waiting', 'unanswered', 'overdue'] as const

/** `dot`: the round on the board; `don-vi` and `loc`: whose names are listed. */
interface SupplementAddress {
  dot?: number
  'don-vi'?: number
  loc?: (typeof SUPPLEMENT_STATES)[number]
}

const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/ho-so-trung',
  component: lazyRouteComponent(() => import('../merges/DuplicatesPage.tsx'), 'DuplicatesPage'),
})

const reorganisations = createRoute({
  getParentRoute: () => inside,
  path: '/sap-xep',
  validateSearch: (search): { mo?: number | 'moi' } => ({
    mo: search.mo === 'moi' ? 'moi' : whole(search.mo),
  }),
  component: lazyRouteComponent(() => import('../reorganisations/PlansPage.tsx'), 'PlansPage'),
})

/** `bang`: the tab; the rest narrows what it shows. */
interface StaffingAddress {
  ngay?: string
  bang?: string
  vuot?: boolean
  'don-vi'?: number
  'chuc-danh'?: number
  'thang-toi'?: number
  cap?: 'all'
  tim?: 'everywhere'
  so?: 'next'
  'trang-thai'?: (typeof STANDING_STATES)[number]
}

const STANDING_STATES = ['meets', 'lacks_paper', 'does_not', 'no_standard'] as const

const staffing = createRoute({
  getParentRoute: () => inside,
  path: '/bien-che',
  validateSearch: (search): StaffingAddress => ({
    bang: text(search.bang),
    vuot: search.vuot === true ? true : undefined,
    'don-vi': whole(search['don-vi']),
    'chuc-danh': whole(search['chuc-danh']),
    'thang-toi': whole(search['thang-toi']),
    cap: search.cap === 'all' ? 'all' : undefined,
    tim: search.tim === 'everywhere' ? 'everywhere' : undefined,
    so: search.so === 'next' ? 'next' : undefined,
    'trang-thai': STANDING_STATES.find((state) => state === search['trang-thai']),
  }),
  component: lazyRouteComponent(() => import('../organisation/StaffingPage.tsx'), 'StaffingPage'),
})

const streamlining = createRoute({
  getParentRoute: () => inside,
  path: '/tinh-gian',
  validateSearch: (search): { 'don-vi'?: number } => ({ 'don-vi': whole(search['don-vi']) }),
  component: lazyRouteComponent(
    () => import('../reorganisations/StreamliningPage.tsx'),
    'StreamliningPage',
  ),
})

export const peoplePages = [
  overview,
  organisation,
  cadres,
  cadre,
  completeness,
  ownRecord,
  declarations,
  supplement,
  duplicates,
  staffing,
  reorganisations,
  streamlining,
] as const
