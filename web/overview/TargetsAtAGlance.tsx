import { Link } from '@tanstack/react-router'
import { TargetBar } from '#web/directives/TargetBar.tsx'
import { TargetClause } from '#web/directives/TargetClause.tsx'
import { gapOf, reachedWords, thresholdWords } from '#web/directives/target-words.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Pack, TargetState } from '#web/lib/shapes-of-directives.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { StateStack } from './StateStack.tsx'
import { overviewWords } from './words.ts'

const WORST = 8

/** How many targets are met in each directive, then the widest gaps with what they stand on. */
export function TargetsAtAGlance() {
  const say = useWords(overviewWords)
  const { asOf } = useAsOf()
  const targets = useAnswer('GET /targets', { asOf })
  const packs = useAnswer('GET /packs', { asOf })
  return (
    <Card
      title={say.targets}
      aside={
        <>
          <StateTag tone="met">{say.met}</StateTag>
          <StateTag tone="not_met">{say.notMet}</StateTag>
          <StateTag tone="unknown">{say.unknown}</StateTag>
        </>
      }
    >
      <Answered answer={targets} rows={14}>
        {({ targets: all }) =>
          all.length > 0 ? (
            <>
              <StateStack targets={all} packs={packs.data ?? []} />
              <WidestGaps targets={all} packs={packs.data ?? []} />
            </>
          ) : (
            <EmptyState says={say.noDirective} />
          )
        }
      </Answered>
    </Card>
  )
}

interface GapProps {
  targets: TargetState[]
  packs: Pack[]
}

function WidestGaps({ targets, packs }: GapProps) {
  const say = useWords(overviewWords)
  const worst = targets
    .filter(({ state, base, unknown }) => state !== 'met' && base + unknown > 0)
    .sort((one, other) => gapOf(other) - gapOf(one))
    .slice(0, WORST)
  if (worst.length === 0) return <EmptyState says={say.allMet} />
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {say.largest}
            </th>
            <th scope="col">{say.clause}</th>
            <th scope="col" className="right">
              {say.countedOf}
            </th>
            <th scope="col" style={{ width: 150 }}>
              {say.share}
            </th>
            <th scope="col" className="right">
              {say.short}
            </th>
          </tr>
        </thead>
        <tbody>
          {worst.map((target) => (
            <GapRow
              key={target.id}
              target={target}
              pack={packs.find(({ id }) => id === target.directive)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function GapRow({ target, pack }: { target: TargetState; pack: Pack | undefined }) {
  const say = useWords(overviewWords)
  const open = { mo: target.id }
  return (
    <tr>
      <td className="nowrap second">{target.id}</td>
      <td style={{ minWidth: 190 }}>
        <Link to="/chi-tieu" search={open} className="ink">
          {target.label}
        </Link>
      </td>
      <td>
        <TargetClause cite={target.cite} pack={pack} />
      </td>
      <td className="right nowrap">
        <Link to="/chi-tieu" search={{ ...open, tinh: 'counted' }} className="ink">
          {count(target.counted)}
        </Link>{' '}
        / {count(target.base)}
        {target.unknown > 0 ? (
          <>
            <br />
            <Link to="/chi-tieu" search={{ ...open, tinh: 'unknown' }} className="small third">
              {count(target.unknown)} {say.notClear}
            </Link>
          </>
        ) : null}
      </td>
      <td>
        <div className="bar-words">
          <b>{reachedWords(target)}</b>
          <span className="second">{thresholdWords(target)}</span>
        </div>
        <TargetBar target={target} />
      </td>
      <td className="right nowrap">
        <b>{target.short === null ? say.unknown : count(target.short)}</b>
        <br />
        <span className="small third">{day(target.by)}</span>
      </td>
    </tr>
  )
}
