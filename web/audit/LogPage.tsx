import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Pagination } from 'antd'
import { useMemo } from 'react'
import { addressOf, type Output, useAnswer } from '#web/lib/api.ts'
import { count, moment } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { CaseLink } from './CaseLink.tsx'
import { ChainState } from './ChainState.tsx'
import { caseInWords, caseWords } from './case-words.ts'
import { DossierButton } from './DossierButton.tsx'
import { EntryActor, EntryWords } from './EntryWords.tsx'
import { LogFilters } from './LogFilters.tsx'
import { PAGE, useLogAddress } from './log-address.ts'
import { logWords } from './words.ts'

type Log = Output<'GET /audit/entries'>
type Entry = Log['rows'][number]

/** What happened in the province, who did it, and whether the log itself can be trusted. */
export function LogPage() {
  const say = useWords(logWords)
  const { address, narrow, asked, page } = useLogAddress()
  const cases = useWords(caseWords)
  const caseRef = address['vu-viec']
  const title = caseRef ? `${say.caseHistory}: ${caseInWords(caseRef, cases)}` : say.title
  const log = useAnswer('GET /audit/entries', asked, { placeholderData: keepPreviousData })
  return (
    <>
      <PageHeader
        crumbs={caseRef ? [<AllCases key="all" />, title] : [title]}
        title={title}
        says={say.says}
        actions={<Takeaway caseRef={caseRef} entries={log.data?.total ?? 0} />}
      />
      <ChainState />
      <section className="card" aria-label={say.list} style={{ marginTop: 12 }}>
        <LogFilters address={address} narrow={narrow} />
        <Answered answer={log} rows={10}>
          {({ total, rows }) =>
            total === 0 ? (
              <EmptyState says={say.none} />
            ) : (
              <>
                <LogTable rows={rows} />
                <div className="row page-row no-print">
                  <span className="second">
                    {count(total)} {say.entries}
                  </span>
                  <Pagination
                    size="small"
                    current={page}
                    pageSize={PAGE}
                    total={total}
                    showSizeChanger={false}
                    onChange={(trang) => narrow({ trang })}
                  />
                </div>
              </>
            )
          }
        </Answered>
      </section>
    </>
  )
}

function AllCases() {
  const say = useWords(logWords)
  return <Link to="/nhat-ky">{say.title}</Link>
}

/** The whole chain, or the dossier of the case in sight; of a case without entries there is none. */
function Takeaway({ caseRef, entries }: { caseRef: string | undefined; entries: number }) {
  const say = useWords(logWords)
  if (caseRef) return entries > 0 ? <DossierButton about={{ caseRef }} /> : null
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      href={addressOf('GET /audit/export', {}).address}
      download
    >
      {say.export}
    </Button>
  )
}

function LogTable({ rows }: { rows: Entry[] }) {
  const say = useWords(logWords)
  const columns = useMemo(() => logColumns(say), [say])
  const table = useTable('nhat-ky', columns, rows)
  return <DataTable label={say.list} table={table} rowKey={({ id }) => id} />
}

function logColumns(say: typeof logWords.vi): Column<Entry>[] {
  return [
    { key: 'at', title: say.at, nowrap: true, width: 130, cell: ({ at }) => moment(at) },
    { key: 'who', title: say.who, width: 210, cell: (entry) => <EntryActor {...entry} /> },
    { key: 'what', title: say.what, width: 300, cell: (entry) => <EntryWords {...entry} /> },
    {
      key: 'record',
      title: say.record,
      width: 160,
      cell: ({ cadreId, person }) =>
        cadreId !== null && person ? (
          <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
            {person}
          </Link>
        ) : (
          '–'
        ),
    },
    {
      key: 'case',
      title: say.caseOf,
      width: 130,
      cell: ({ caseRef }) => (caseRef ? <CaseLink caseRef={caseRef} /> : '–'),
    },
    { key: 'id', title: say.number, align: 'right', width: 70, cell: ({ id }) => count(id) },
  ]
}
