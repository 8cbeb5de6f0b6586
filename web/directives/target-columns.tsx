import { Link } from '@tanstack/react-router'
import { count, day } from '#web/lib/format.ts'
import type { Pack, TargetState, TrendPoint } from '#web/lib/shapes-of-directives.ts'
import type { Column } from '#web/ui/columns.ts'
import { Sparkline } from '#web/ui/Sparkline.tsx'
import { TargetBar } from './TargetBar.tsx'
import { TargetClause } from './TargetClause.tsx'
import { TargetTag } from './TargetTag.tsx'
import { reachedWords, thresholdWords } from './target-words.ts'
import type { targetWords } from './words.ts'

type Say = typeof targetWords.vi

/** The table of one directive; every number is a link to who is behind it. */
export function targetColumns(
  say: Say,
  pack: Pack | undefined,
  trends: Map<string, TrendPoint[]>,
): Column<TargetState>[] {
  return [
    {
      key: 'id',
      title: say.code,
      nowrap: true,
      cell: ({ id }) => id,
      value: ({ id }) => id,
    },
    {
      key: 'label',
      title: say.target,
      width: 250,
      cell: (target) => <Label target={target} say={say} />,
      value: ({ label }) => label,
    },
    {
      key: 'cite',
      title: say.clause,
      cell: ({ cite }) => <TargetClause cite={cite} pack={pack} short />,
      value: ({ cite }) => cite,
    },
    ...numberColumns(say),
    {
      key: 'bar',
      title: say.against,
      width: 118,
      cell: (target) => <TargetBar target={target} />,
    },
    {
      key: 'threshold',
      title: say.threshold,
      nowrap: true,
      cell: thresholdWords,
      value: ({ threshold }) => threshold,
    },
    {
      key: 'by',
      title: say.by,
      nowrap: true,
      cell: ({ by }) => day(by),
      value: ({ by }) => by,
    },
    {
      key: 'trend',
      title: say.trend,
      width: 100,
      cell: (target) => <Line target={target} points={trends.get(target.id)} say={say} />,
    },
    {
      key: 'state',
      title: say.result,
      cell: (target) => <TargetTag target={target} />,
      value: ({ state }) => say[state === 'unknown' ? 'unknownState' : state],
    },
  ]
}

function numberColumns(say: Say): Column<TargetState>[] {
  const to = (target: TargetState, tinh: 'counted' | 'unknown') => ({ mo: target.id, tinh })
  return [
    {
      key: 'counted',
      title: say.counted,
      align: 'right',
      nowrap: true,
      cell: (target) => (
        <>
          <Link to="/chi-tieu" search={to(target, 'counted')} resetScroll={false}>
            <b>{count(target.counted)}</b>
          </Link>{' '}
          / {count(target.base)}
        </>
      ),
      value: ({ counted }) => counted,
    },
    {
      key: 'base',
      title: say.base,
      hidden: true,
      align: 'right',
      cell: ({ base }) => count(base),
      value: ({ base }) => base,
    },
    {
      key: 'unknown',
      title: say.unknown,
      align: 'right',
      cell: (target) =>
        target.unknown === 0 ? (
          '–'
        ) : (
          <Link to="/chi-tieu" search={to(target, 'unknown')} resetScroll={false}>
            {count(target.unknown)}
          </Link>
        ),
      value: ({ unknown }) => unknown,
    },
    {
      key: 'share',
      title: say.share,
      align: 'right',
      nowrap: true,
      cell: (target) => <b>{reachedWords(target)}</b>,
      value: ({ share }) => share,
    },
  ]
}

function Label({ target, say }: { target: TargetState; say: Say }) {
  return (
    <>
      <Link
        to="/chi-tieu"
        search={{ mo: target.id }}
        className="ink"
        resetScroll={false}
        onClick={(event) => event.stopPropagation()}
      >
        {target.label}
      </Link>
      <span className="small third two-lines" title={target.baseLabel}>
        {say.base}: {target.baseLabel}
      </span>
    </>
  )
}

interface LineProps {
  target: TargetState
  points: TrendPoint[] | undefined
  say: Say
}

function Line({ target, points = [], say }: LineProps) {
  const value = ({ share, counted }: TrendPoint) => (target.measure === 'count' ? counted : share)
  const years = points.map((point) => `${day(point.asOf)}: ${value(point) ?? '–'}`).join('; ')
  return (
    <Sparkline
      values={points.map(value)}
      threshold={target.threshold}
      label={`${say.trend} ${target.id}. ${years}`}
    />
  )
}
