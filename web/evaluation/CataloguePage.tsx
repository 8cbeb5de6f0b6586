import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { searchable } from '#server/kernel/text.ts'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { CopyButton } from '#web/ui/TableTools.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { assignWords } from './assign-words.ts'
import { EndKind } from './EndKind.tsx'
import { amount } from './figures.ts'
import { KindDrawer } from './KindDrawer.tsx'
import { Sections } from './Sections.tsx'
import { evaluationWords } from './words.ts'

type Catalogue = Output<'GET /product-kinds'>
type Kind = Catalogue['rows'][number]

/** Standard products with their weights that day, each with the decision behind it. */
export function CataloguePage() {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /product-kinds', { asOf })
  const maySet = useMay('evaluation.set_product_kind')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="board" to="/danh-gia">
            {all.title}
          </Link>,
          all.catalogue,
        ]}
        title={all.catalogue}
        says={`${day(asOf)} · ${say.catalogueSays}`}
        actions={
          maySet ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {say.addKind}
            </Button>
          ) : null
        }
      />
      <Sections />
      <Answered answer={answer} rows={10}>
        {(catalogue) => (
          <>
            <section className="card" aria-label={all.catalogue}>
              {catalogue.rows.length === 0 ? (
                <EmptyState says={say.noKinds} />
              ) : (
                <Listing rows={catalogue.rows} maySet={maySet} />
              )}
            </section>
            <KindDrawer open={adding} titles={catalogue.titles} onClose={() => setAdding(false)} />
          </>
        )}
      </Answered>
    </>
  )
}

function Listing({ rows, maySet }: { rows: Kind[]; maySet: boolean }) {
  const say = useWords(assignWords)
  const all = useWords(evaluationWords)
  const [typed, setTyped] = useState('')
  const [ending, setEnding] = useState<Kind>()
  const wanted = searchable(typed)
  const shown = useMemo(
    () =>
      rows.filter(({ name, titleName }) =>
        searchable(`${name} ${titleName ?? ''}`).includes(wanted),
      ),
    [rows, wanted],
  )
  const columns = useMemo(() => columnsOf(say, maySet ? setEnding : undefined), [say, maySet])
  const table = useTable('danh-muc-san-pham', columns, shown)
  return (
    <>
      <div className="filters no-print">
        <Input.Search
          aria-label={say.find}
          placeholder={say.find}
          allowClear
          style={{ width: 260 }}
          onChange={({ target }) => setTyped(target.value)}
        />
        <CopyButton table={table} rows={table.rows} />
      </div>
      <DataTable
        label={all.catalogue}
        table={table}
        rowKey={({ id }) => id}
        groupOf={({ titleName }) => titleName ?? say.anyTitle}
      />
      {ending ? <EndKind kind={ending} onClose={() => setEnding(undefined)} /> : null}
    </>
  )
}

const columnsOf = (
  say: typeof assignWords.vi,
  end: ((kind: Kind) => void) | undefined,
): Column<Kind>[] => [
  {
    key: 'name',
    title: say.name,
    width: 320,
    value: ({ name }) => name,
    cell: ({ name }) => name,
  },
  {
    key: 'title',
    title: say.forTitle,
    value: ({ titleName }) => titleName,
    cell: ({ titleName }) => titleName ?? say.anyTitle,
  },
  {
    key: 'counted',
    title: say.countedIn,
    value: ({ countedIn }) => countedIn,
    cell: ({ countedIn }) => countedIn,
  },
  {
    key: 'coefficient',
    title: say.coefficient,
    align: 'right',
    value: ({ coefficient }) => coefficient,
    cell: ({ coefficient }) => amount(coefficient),
  },
  {
    key: 'since',
    title: say.since,
    nowrap: true,
    value: ({ from }) => from,
    cell: ({ from, until }) => `${day(from)}${until ? ` ${say.until} ${day(until)}` : ''}`,
  },
  { key: 'basis', title: say.basis, value: ({ basis }) => basis, cell: ({ basis }) => basis },
  ...(end
    ? [
        {
          key: 'end',
          title: say.end,
          cell: (kind: Kind) => (
            <Button size="small" onClick={() => end(kind)}>
              {say.end}
            </Button>
          ),
        },
      ]
    : []),
]
