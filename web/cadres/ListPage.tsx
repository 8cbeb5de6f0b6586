import { FileExcelOutlined } from '@ant-design/icons'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { addressOf, question, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import type { CadreRow } from '#web/lib/shapes-of-cadres.ts'
import { nextSort, useChosenColumns } from '#web/ui/columns.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ColumnsButton } from '#web/ui/TableTools.tsx'
import { VirtualTable } from '#web/ui/VirtualTable.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { ListFilters } from './ListFilters.tsx'
import { type ListQuestion, spell, useListAddress } from './list-address.ts'
import { listColumns } from './list-columns.tsx'
import { listWords } from './words.ts'

const PAGE = 100

/** Everybody the reader may see, however many: pages are asked for as they come into sight. */
export function ListPage() {
  const say = useWords(listWords)
  const { asOf } = useAsOf()
  const mayExport = useMay('cadres.export')
  const { address, narrow, asked, sort } = useListAddress()
  const columns = useMemo(() => listColumns(say), [say])
  const table = useChosenColumns('ho-so', columns)
  const navigate = useNavigate()
  const { first, rowAt, onSight } = usePages(asked)
  const total = first.data?.total ?? 0
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${first.data ? `${count(total)} ${say.people} · ` : ''}${say.on} ${day(asOf)}`}
        actions={
          <>
            <ColumnsButton table={table} size="medium" />
            {mayExport ? (
              <Button
                icon={<FileExcelOutlined aria-hidden />}
                href={addressOf('GET /cadres/export', asked).address}
                download
              >
                {say.export}
              </Button>
            ) : null}
          </>
        }
      />
      <section className="card" aria-label={say.list}>
        <ListFilters address={address} narrow={narrow} />
        <Answered answer={first} rows={12}>
          {() =>
            total === 0 ? (
              <EmptyState says={say.none} />
            ) : (
              <VirtualTable<CadreRow>
                label={`${say.list}, ${count(total)} ${say.people}`}
                columns={table.shown}
                total={total}
                rowAt={rowAt}
                rowKey={({ id }) => id}
                onSight={onSight}
                sort={sort}
                sortBy={(key) => narrow({ xep: spell(nextSort(sort, key)) })}
                onOpen={({ id }) => void navigate({ to: '/ho-so/$id', params: { id: String(id) } })}
                rowHeight={47}
                height="max(380px, calc(100vh - 226px))"
                startsOver={JSON.stringify(asked)}
              />
            )
          }
        </Answered>
      </section>
    </>
  )
}

/** The pages in sight; what was seen before stays until its answer is old. */
function usePages(asked: ListQuestion) {
  const [sight, setSight] = useState({ from: 0, to: 0 })
  const onSight = useCallback((from: number, to: number) => {
    const next = { from: Math.floor(from / PAGE), to: Math.floor(to / PAGE) }
    setSight((before) => (before.from === next.from && before.to === next.to ? before : next))
  }, [])
  const page = (index: number) =>
    question('GET /cadres', { ...asked, offset: index * PAGE, limit: PAGE })
  const first = useAnswer(
    'GET /cadres',
    { ...asked, offset: 0, limit: PAGE },
    { placeholderData: keepPreviousData },
  )
  const last = Math.max(0, Math.ceil((first.data?.total ?? 1) / PAGE) - 1)
  const wanted: number[] = []
  for (let index = sight.from; index <= Math.min(sight.to, last); index += 1) wanted.push(index)
  const pages = useQueries({ queries: wanted.map(page) })
  const rowAt = (index: number): CadreRow | undefined => {
    const at = wanted.indexOf(Math.floor(index / PAGE))
    const loaded = pages[at]?.data ?? (index < PAGE ? first.data : undefined)
    return loaded?.rows[index % PAGE]
  }
  return { first, rowAt, onSight }
}
