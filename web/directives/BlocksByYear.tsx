import { useQueries } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { question } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, percent } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { TargetState, UnitShare } from '#web/lib/shapes-of-directives.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { type BlockShare, byBlock, shade, shadeOfAll, yearsBefore } from './blocks.ts'
import { countsHeads } from './target-words.ts'
import { targetWords } from './words.ts'

interface Props {
  target: TargetState
  adoptedFrom: string | undefined
}

interface Year {
  asOf: string
  blocks: BlockShare[]
}

/** Blocks down, years across: the same question asked at the end of each year. */
export function BlocksByYear({ target, adoptedFrom }: Props) {
  const say = useWords(targetWords)
  const { asOf } = useAsOf()
  const dates = yearsBefore(asOf, adoptedFrom)
  const answers = useQueries({
    queries: dates.map((date) => question('GET /targets/:id/units', { id: target.id, asOf: date })),
  })
  if (answers.at(-1)?.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  const years = dates.flatMap((date, index): Year[] => {
    const rows: UnitShare[] | undefined = answers[index]?.data?.rows
    return rows ? [{ asOf: date, blocks: byBlock(rows) }] : []
  })
  const counted = (key: string) =>
    years.some(({ blocks }) => blocks.some((one) => one.key === key && one.base + one.counted > 0))
  const now = (years.at(-1)?.blocks ?? []).filter(({ key }) => counted(key))
  return (
    <>
      <h3>{say.blocks}</h3>
      {now.length === 0 ? (
        <EmptyState says={say.noBlocks} />
      ) : (
        <YearTable target={target} years={years} now={now} />
      )}
    </>
  )
}

interface TableProps {
  target: TargetState
  years: Year[]
  now: BlockShare[]
}

function YearTable({ target, years, now }: TableProps) {
  const say = useWords(targetWords)
  const heads = countsHeads(target)
  const paint = target.threshold > 0.5 ? shadeOfAll : shade
  const inYear = (year: Year, key: string) => year.blocks.find((block) => block.key === key)
  return (
    <ScrollBox label={say.blocks}>
      <table className="heat framed">
        <caption className="unseen">{say.blocks}</caption>
        <thead>
          <tr>
            <th scope="col">{say.block}</th>
            {years.map(({ asOf }) => (
              <th key={asOf} scope="col" className="center">
                {asOf.slice(0, 4)}
              </th>
            ))}
            <th scope="col" className="right">
              {say.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {now.map((block) => (
            <tr key={block.key}>
              <td>{block.label}</td>
              {years.map((year) => (
                <Cell key={year.asOf} at={inYear(year, block.key)} heads={heads} paint={paint} />
              ))}
              <td className="right nowrap">
                <b>{shareWords(block, heads)}</b>
              </td>
            </tr>
          ))}
          <tr className="total">
            <td>{say.whole}</td>
            {years.map((year) => (
              <td key={year.asOf} className="center nowrap">
                {cellWords(sumOf(year.blocks), heads)}
              </td>
            ))}
            <td className="right nowrap">{shareWords(sumOf(now), heads)}</td>
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface CellProps {
  at: BlockShare | undefined
  heads: boolean
  paint(share: number | null): string
}

function Cell({ at, heads, paint }: CellProps) {
  if (!at || at.base === 0) return <td className="cell third">–</td>
  return (
    <td
      className={at.unknown > 0 ? 'cell hatched' : 'cell'}
      style={{ backgroundColor: paint(at.counted / at.base) }}
    >
      {cellWords(at, heads)}
    </td>
  )
}

const cellWords = ({ counted, base }: Tally, heads: boolean) =>
  heads ? count(counted) : `${count(counted)}/${count(base)}`

const shareWords = ({ counted, base }: Tally, heads: boolean) =>
  heads ? count(counted) : percent(base > 0 ? counted / base : null)

type Tally = Pick<BlockShare, 'counted' | 'base'>

const sumOf = (blocks: BlockShare[]): Tally => ({
  counted: blocks.reduce((sum, { counted }) => sum + counted, 0),
  base: blocks.reduce((sum, { base }) => sum + base, 0),
})
