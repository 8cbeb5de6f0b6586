import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { ask, type Output, type Refused, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { TargetState } from '#web/lib/shapes-of-directives.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { SubjectTable } from './SubjectTable.tsx'
import { targetWords } from './words.ts'

const PAGE = 50
type Tab = 'counted' | 'unknown' | 'not_counted' | 'all'

/** Who counts, who does not, who cannot be told: with the fact and the reason, one line each. */
export function Subjects({ target }: { target: TargetState }) {
  const say = useWords(targetWords)
  const { tinh, 'don-vi': unitId } = useSearch({ from: '/inside/chi-tieu' })
  const navigate = useNavigate({ from: '/chi-tieu' })
  const tab: Tab = tinh ?? 'all'
  const { first, rows, more } = useSubjects(target.id, tab, unitId)
  const totals = first.data?.totals
  const tabs: [Tab, string, number | undefined][] = [
    ['counted', say.tabCounted, totals?.counted],
    ['unknown', say.tabUnknown, totals?.unknown],
    ['not_counted', say.tabNot, totals?.notCounted],
    ['all', say.tabAll, totals ? totals.counted + totals.unknown + totals.notCounted : undefined],
  ]
  const of = tabs.find(([key]) => key === tab)?.[2] ?? 0
  return (
    <>
      <div className="tabs">
        <div role="tablist" aria-label={say.who}>
          {tabs.map(([key, label, number]) => (
            <button
              key={key}
              type="button"
              role="tab"
              aria-selected={key === tab}
              onClick={() =>
                void navigate({
                  search: (before) => ({ ...before, tinh: key }),
                  resetScroll: false,
                  replace: true,
                })
              }
            >
              {label} <small>{number === undefined ? '' : count(number)}</small>
            </button>
          ))}
        </div>
        <UnitFilter target={target} />
      </div>
      <Answered answer={first} rows={6}>
        {() =>
          rows.length === 0 ? (
            <EmptyState says={say.emptyTab} />
          ) : (
            <>
              <SubjectTable rows={rows} label={`${say.who}: ${target.label}`} />
              <p className="small second shown">
                {say.shown} {count(rows.length)} / {count(of)}{' '}
                {rows.length < of ? (
                  <Button size="small" onClick={more}>
                    {say.more}
                  </Button>
                ) : null}
              </p>
            </>
          )
        }
      </Answered>
    </>
  )
}

function useSubjects(id: string, status: Tab, unitId: number | undefined) {
  const { asOf } = useAsOf()
  const route = 'GET /targets/:id/subjects'
  const answer = useInfiniteQuery<Output<typeof route>, Refused>({
    queryKey: [route, { id, asOf, status, unitId, pages: true }],
    queryFn: ({ pageParam, signal }) =>
      ask(route, { id, asOf, status, unitId, offset: Number(pageParam), limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (_, pages) => pages.length * PAGE,
  })
  return {
    first: { data: answer.data?.pages[0], error: answer.error, refetch: answer.refetch },
    rows: answer.data?.pages.flatMap(({ rows }) => rows) ?? [],
    more: () => void answer.fetchNextPage(),
  }
}

function UnitFilter({ target }: { target: TargetState }) {
  const say = useWords(targetWords)
  const { asOf } = useAsOf()
  const { 'don-vi': unitId } = useSearch({ from: '/inside/chi-tieu' })
  const navigate = useNavigate({ from: '/chi-tieu' })
  const units = useAnswer('GET /targets/:id/units', { id: target.id, asOf })
  return (
    <Select
      allowClear
      showSearch={findInLabels}
      aria-label={say.unit}
      placeholder={say.allUnits}
      value={unitId}
      onChange={(id: number | undefined) =>
        void navigate({
          search: (before) => ({ ...before, 'don-vi': id }),
          resetScroll: false,
          replace: true,
        })
      }
      options={(units.data?.rows ?? []).map((row) => ({ value: row.unitId, label: row.name }))}
      popupMatchSelectWidth={340}
      style={{ width: 230 }}
    />
  )
}
