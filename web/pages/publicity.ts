import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { text, whole, word } from '#web/lib/address.ts'
import { inside } from './inside.ts'

const publicity = createRoute({
  getParentRoute: () => inside,
  path: '/cong-khai',
  validateSearch: (search): { mo?: number; muc?: (typeof PUBLICITY_TABS)[number] } => ({
    mo: whole(search.mo),
    muc: PUBLICITY_TABS.find((tab) => tab === search.muc),
  }),
  component: lazyRouteComponent(() => import('../publicity/PublicityPage.tsx'), 'PublicityPage'),
})

const PUBLICITY_TABS = ['shown', 'past', 'examples'] as const

const petitions = createRoute({
  getParentRoute: () => inside,
  path: '/gop-y',
  validateSearch: (search): { mo?: number; loc?: string } => ({
    mo: whole(search.mo),
    loc: text(search.loc),
  }),
  component: lazyRouteComponent(() => import('../publicity/PetitionsPage.tsx'), 'PetitionsPage'),
})

const briefings = createRoute({
  getParentRoute: () => inside,
  path: '/pho-bien',
  validateSearch: (search): { mo?: number } => ({ mo: whole(search.mo) }),
  component: lazyRouteComponent(() => import('../publicity/BriefingsPage.tsx'), 'BriefingsPage'),
})

const pledges = createRoute({
  getParentRoute: () => inside,
  path: '/cam-ket',
  validateSearch: (search): { 'don-vi'?: number } => ({ 'don-vi': whole(search['don-vi']) }),
  component: lazyRouteComponent(() => import('../publicity/PledgesPage.tsx'), 'PledgesPage'),
})

const regulations = createRoute({
  getParentRoute: () => inside,
  path: '/quy-che',
  component: lazyRouteComponent(
    () => import('../publicity/RegulationsPage.tsx'),
    'RegulationsPage',
  ),
})

const ownLearning = createRoute({
  getParentRoute: () => inside,
  path: '/hoc-tap-cua-toi',
  component: lazyRouteComponent(
    () => import('../publicity/OwnLearningPage.tsx'),
    'OwnLearningPage',
  ),
})

const checkIn = createRoute({
  getParentRoute: () => inside,
  path: '/diem-danh',
  validateSearch: (search): { ma?: string } => ({ ma: word(search.ma, /^[\w.-]{10,60}$/) }),
  component: lazyRouteComponent(() => import('../publicity/CheckInPage.tsx'), 'CheckInPage'),
})

export const publicityPages = [
  publicity,
  petitions,
  briefings,
  pledges,
  regulations,
  ownLearning,
  checkIn,
] as const
