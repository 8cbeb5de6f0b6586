import { GlobalOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type Output, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PageParts } from '#web/ui/PageParts.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { Examples } from './Examples.tsx'
import { Matters } from './Matters.tsx'
import { Published } from './Published.tsx'
import { publicityWords } from './words.ts'

const TABS = ['shown', 'past', 'examples'] as const

/** What is made public to the reader, what the texts ask for, and who is held up as an example. */
export function PublicityPage() {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  const { province } = useMe()
  const { mo, muc = 'shown' } = useSearch({ from: '/inside/cong-khai' })
  const navigate = useNavigate({ from: '/cong-khai' })
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={`${day(asOf)} · ${say.says}`}
        actions={
          <Button icon={<GlobalOutlined aria-hidden />} href={`/cong-khai/${province.code}`}>
            {say.publicPage}
          </Button>
        }
      />
      <PageParts
        open={muc}
        parts={TABS.map((tab) => ({ value: tab, label: say[tab] }))}
        onOpen={(part) =>
          navigate({ search: (before) => ({ ...before, muc: part, mo: undefined }), replace: true })
        }
      />
      {muc === 'examples' ? (
        <Examples />
      ) : (
        <>
          <div className="columns beside publications">
            <Card title={say[muc]}>
              <List past={muc === 'past'} />
            </Card>
            <Card>
              {mo === undefined ? <EmptyState says={say.choose} /> : <Published key={mo} id={mo} />}
            </Card>
          </div>
          <Matters />
        </>
      )}
    </>
  )
}

function List({ past }: { past: boolean }) {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /publications', { asOf, past })
  return (
    <Answered answer={answer} rows={8}>
      {({ rows }) =>
        rows.length === 0 ? <EmptyState says={say.none} /> : <Rows rows={rows} past={past} />
      }
    </Answered>
  )
}

function Rows({ rows, past }: { rows: Output<'GET /publications'>['rows']; past: boolean }) {
  const say = useWords(publicityWords)
  const { asOf } = useAsOf()
  return (
    <ScrollBox label={say.shown}>
      <table className="listing">
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link
                  to="/cong-khai"
                  search={{ ngay: asOf, mo: row.id, ...(past ? { muc: 'past' as const } : {}) }}
                >
                  {row.title}
                </Link>
                <div className="small second">
                  {day(row.from)} – {day(row.until)} · {count(row.lines)} {say.lines}
                  {row.withdrawnOn ? ` · ${say.withdrawn} ${day(row.withdrawnOn)}` : ''}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
