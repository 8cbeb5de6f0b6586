import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/language.ts'
import { mayOf, useMe } from '#web/lib/session.ts'
import { reviewWords } from './review-words.ts'
import type { Cycle } from './shapes.ts'

const TABS = ['xet', 'giao', 'hop', 'sua', 'cong'] as const
type Tab = (typeof TABS)[number]

const NEEDS: Record<Tab, string> = {
  xet: 'evaluation.sheet',
  giao: 'evaluation.assign',
  hop: 'evaluation.meeting',
  sua: 'evaluation.calibrate',
  cong: 'evaluation.results',
}

/** Calibration has a tab only while the authority decides; results once they are published. */
const fits = (tab: Tab, { step, publishedOn, closedOn }: Cycle) => {
  if (tab === 'sua') return step === 'authority'
  if (tab === 'cong') return publishedOn !== null
  if (tab === 'giao') return !closedOn && !['publish', 'appeal', 'closed'].includes(step)
  return true
}

export function CycleTabs({ cycle }: { cycle: Cycle }) {
  const say = useWords(reviewWords)
  const me = useMe()
  const open = TABS.filter((tab) => mayOf(me, NEEDS[tab]) && fits(tab, cycle))
  return (
    <nav className="sections no-print" aria-label={say.tabList}>
      {open.map((tab) => (
        <Link
          key={tab}
          to="."
          search={(before) => ({ ...before, phan: tab === 'xet' ? undefined : tab })}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {say.tabs[tab]}
        </Link>
      ))}
    </nav>
  )
}
