import { Link } from '@tanstack/react-router'
import { count, day } from '#web/lib/format.ts'
import type { CadreRow } from '#web/lib/shapes-of-cadres.ts'
import type { Column } from '#web/ui/columns.ts'
import type { listWords } from './words.ts'

type Say = typeof listWords.vi
/** Marks a column the server can sort by; the order itself is the server's. */
const sorted = () => ''
const orDash = (text: string | null) => text ?? '–'

export const sexWord = (sex: string | null, say: { male: string; female: string }) =>
  sex === 'female' ? say.female : sex === 'male' ? say.male : '–'

/** The keys are the server's own sort keys. */
export function listColumns(say: Say): Column<CadreRow>[] {
  return [
    { key: 'name', title: say.name, width: 210, value: sorted, cell: (row) => <Name row={row} /> },
    { key: 'born', title: say.born, width: 104, value: sorted, cell: ({ born }) => orDash(born) },
    {
      key: 'age',
      title: say.age,
      width: 70,
      align: 'right',
      value: sorted,
      cell: ({ age }) => (age === null ? <span className="third">{say.unknown}</span> : count(age)),
    },
    { key: 'sex', title: say.sex, width: 96, value: sorted, cell: ({ sex }) => sexWord(sex, say) },
    {
      key: 'ethnicity',
      title: say.ethnicity,
      width: 96,
      value: sorted,
      hidden: true,
      cell: ({ ethnicity }) => orDash(ethnicity),
    },
    {
      key: 'unit',
      title: say.post,
      width: 330,
      value: sorted,
      cell: (row) => <Post row={row} say={say} />,
    },
    {
      key: 'rank',
      title: say.rank,
      width: 170,
      value: sorted,
      hidden: true,
      cell: ({ rankLabel }) => orDash(rankLabel),
    },
    {
      key: 'managedBy',
      title: say.managedBy,
      width: 180,
      value: sorted,
      cell: ({ managedByLabel }) => (
        <span className="small second">
          {orDash(managedByLabel?.replace(/^Diện | quản lý$/g, '') ?? null)}
        </span>
      ),
    },
    { key: 'since', title: say.since, width: 100, value: sorted, cell: ({ since }) => day(since) },
    {
      key: 'degree',
      title: say.degree,
      width: 110,
      value: sorted,
      cell: ({ degree }) => orDash(degree),
    },
    ...moreColumns(say),
  ]
}

function moreColumns(say: Say): Column<CadreRow>[] {
  const plain = (key: keyof CadreRow & string, title: string, width: number, hidden = true) => ({
    key,
    title,
    width,
    hidden,
    cell: (row: CadreRow) => orDash(row[key] === null ? null : String(row[key])),
  })
  return [
    plain('field', say.field, 140),
    plain('studyMode', say.mode, 120),
    plain('politicalTheory', say.theory, 126, false),
    plain('stateManagement', say.state, 190),
    plain('grade', say.grade, 150),
    {
      key: 'employment',
      title: say.employment,
      width: 120,
      value: sorted,
      hidden: true,
      cell: ({ employment }) => orDash(employment),
    },
    {
      key: 'partySince',
      title: say.party,
      width: 100,
      hidden: true,
      cell: ({ partySince }) => day(partySince),
    },
  ]
}

function Name({ row }: { row: CadreRow }) {
  return (
    <>
      <Link
        to="/ho-so/$id"
        params={{ id: String(row.id) }}
        className="ink"
        onClick={(event) => event.stopPropagation()}
      >
        {row.fullName}
      </Link>
      <br />
      <span className="small third">{row.recordNo}</span>
    </>
  )
}

function Post({ row, say }: { row: CadreRow; say: Say }) {
  if (!row.title) return <span className="third">{say.noPost}</span>
  const place = [row.unitName, row.unitWithin].filter(Boolean).join(', ')
  return (
    <>
      <span className="one-line">{row.title}</span>
      <span className="small third one-line" title={place}>
        {place}
      </span>
    </>
  )
}
