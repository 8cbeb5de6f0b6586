import type { Output } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { StateTag, type Tone } from '#web/ui/StateTag.tsx'
import { ConfirmStandard } from './ConfirmStandard.tsx'
import { staffingWords } from './staffing-words.ts'
import { standardWords } from './standard-words.ts'

export type Standing = Output<'GET /cadres/:id/standing'>['own']
export type State = Standing['state']
export const STATES = ['meets', 'lacks_paper', 'does_not', 'no_standard'] as const

const TONES: Record<State, Tone> = {
  meets: 'met',
  lacks_paper: 'unknown',
  does_not: 'not_met',
  no_standard: 'plain',
}

export function StandingTag({ state }: { state: State }) {
  const say = useWords(staffingWords)
  return <StateTag tone={TONES[state]}>{say[state]}</StateTag>
}

/** Each line not met or open: what is asked, what there is, which paper would tell. */
export function OpenLines({ lines }: { lines: Standing['lines'] }) {
  const say = useWords(staffingWords)
  return (
    <ul>
      {lines.map((line) => (
        <li key={`${line.requirement} ${line.asks}`} className="small">
          {line.asks}: {say.has} {line.has}
          {line.paper ? <b> · {line.paper}</b> : null}
        </li>
      ))}
    </ul>
  )
}

interface TableProps {
  label: string
  lines: Standing['lines']
  /** Whose standing it is. */
  cadreId: number
}

/** Line by line: requirement, evidence, state, clause. */
export function StandingTable({ label, lines, cadreId }: TableProps) {
  const say = useWords(staffingWords)
  return (
    <section className="table-box" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.requirement}</th>
            <th scope="col">{say.evidence}</th>
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.requirement} ${line.asks} ${line.clause}`}>
              <td>
                {line.asks}{' '}
                <ClauseChip cite={line.clause} version={day(line.since)}>
                  {line.clause} · {day(line.since)}
                </ClauseChip>
              </td>
              <td>
                {line.has}
                {line.paper ? <div className="small second">{line.paper}</div> : null}
                <Confirmed line={line} cadreId={cadreId} />
              </td>
              <td>
                <StandingTag state={line.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Who confirmed a requirement in free words, when and by which paper; and the way to say so. */
function Confirmed({ line, cadreId }: { line: Standing['lines'][number]; cadreId: number }) {
  const say = useWords(standardWords)
  const { words, confirmation } = line
  if (words === null) return null
  return (
    <>
      {confirmation ? (
        <p className="small second">
          {confirmation.by}, {say.by} {day(confirmation.on)}: {confirmation.document}
        </p>
      ) : null}
      <ConfirmStandard id={cadreId} words={words} again={confirmation !== null} />
    </>
  )
}
