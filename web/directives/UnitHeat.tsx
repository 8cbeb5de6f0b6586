import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { UNIT_BLOCKS } from '#server/organisation/code-lists.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { HeatTable } from '#web/lib/shapes-of-directives.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { shadeOfAll } from './blocks.ts'
import { targetWords } from './words.ts'

type Cell = HeatTable['cells'][number]
type Unit = HeatTable['units'][number]
const blocks: Record<string, { label: string }> = UNIT_BLOCKS

/** Targets across, units down: where the province is short, at one look. */
export function UnitHeat() {
  const say = useWords(targetWords)
  const { asOf } = useAsOf()
  const heat = useAnswer('GET /heat', { asOf })
  return (
    <Card title={say.heatTitle} aside={<Legend />}>
      <Answered answer={heat} rows={16}>
        {(table) =>
          table.targets.length === 0 || table.units.length === 0 ? (
            <EmptyState says={say.none} />
          ) : (
            <HeatCells table={table} />
          )
        }
      </Answered>
      <p className="small second card-body">{say.heatNote}</p>
    </Card>
  )
}

function HeatCells({ table }: { table: HeatTable }) {
  const say = useWords(targetWords)
  const cells = new Map(table.cells.map((cell) => [`${cell.unitId} ${cell.targetId}`, cell]))
  const groups = [...new Set(table.units.map(({ block }) => block))]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard.
    <section className="table-box tall heat-box" tabIndex={0} aria-label={say.heatTitle}>
      <table className="heat">
        <caption className="unseen">{say.heatTitle}</caption>
        <thead>
          <tr>
            <th scope="col" className="pin">
              {say.unit}
            </th>
            {table.targets.map(({ id, label }) => (
              <th key={id} scope="col" className="center" title={label}>
                <Link to="/chi-tieu" search={{ mo: id }}>
                  {id}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((block) => (
            <Fragment key={block ?? ''}>
              <tr className="group">
                <th className="pin" scope="rowgroup">
                  {block ? (blocks[block]?.label ?? block) : ''}
                </th>
                <td colSpan={table.targets.length} />
              </tr>
              {table.units
                .filter((unit) => unit.block === block)
                .map((unit) => (
                  <UnitLine key={unit.id} unit={unit} targets={table.targets} cells={cells} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface LineProps {
  unit: Unit
  targets: HeatTable['targets']
  cells: Map<string, Cell>
}

function UnitLine({ unit, targets, cells }: LineProps) {
  return (
    <tr>
      <th scope="row" className="pin">
        <Link to="/to-chuc" search={{ 'don-vi': unit.id }} className="ink">
          {unit.name}
        </Link>
      </th>
      {targets.map(({ id }) => (
        <HeatCell key={id} cell={cells.get(`${unit.id} ${id}`)} unit={unit} />
      ))}
    </tr>
  )
}

const MARKS = { met: '✓', not_met: '', unknown: '?' }

function HeatCell({ cell, unit }: { cell: Cell | undefined; unit: Unit }) {
  const say = useWords(targetWords)
  if (!cell || (cell.base === 0 && cell.counted === 0)) return <td className="cell" />
  const state = say[cell.state === 'unknown' ? 'unknownState' : cell.state]
  const numbers =
    cell.share === null ? count(cell.counted) : `${count(cell.counted)}/${count(cell.base)}`
  return (
    <td
      className={cell.unknown > 0 ? 'cell hatched' : 'cell'}
      style={{ backgroundColor: shadeOfAll(cell.share) }}
    >
      <Link
        to="/chi-tieu"
        search={{ mo: cell.targetId, 'don-vi': unit.id, tinh: 'all' }}
        aria-label={`${unit.name}, ${cell.targetId}: ${numbers}, ${state}`}
      >
        {numbers} <span aria-hidden>{MARKS[cell.state]}</span>
      </Link>
    </td>
  )
}

const STEPS: [string, number][] = [
  ['0 %', 0],
  ['< 25 %', 0.1],
  ['25–50 %', 0.3],
  ['50–75 %', 0.6],
  ['≥ 75 %', 0.9],
]

function Legend() {
  return (
    <span className="legend">
      {STEPS.map(([label, share]) => (
        <span key={label}>
          <i style={{ background: shadeOfAll(share), boxShadow: 'inset 0 0 0 1px #cbc6ba' }} />
          {label}
        </span>
      ))}
    </span>
  )
}
