import { useWords } from '#web/lib/language.ts'
import type { ImportRow } from '#web/lib/shapes-of-imports.ts'
import { StateTag, type Tone, ToneIcon } from '#web/ui/StateTag.tsx'
import { importWords } from './words.ts'

const TONES: Record<ImportRow['outcome'], Tone> = {
  create: 'met',
  complete: 'info',
  unchanged: 'due',
  rejected: 'stop',
}

interface Props {
  row: ImportRow
  chosen: string | undefined
}

/** What one row becomes, field by field, each with the cell it came from. */
export function RowValues({ row, chosen }: Props) {
  const say = useWords(importWords)
  const outcome = {
    create: say.create,
    complete: say.complete,
    unchanged: say.unchanged,
    rejected: say.refused,
  }[row.outcome]
  return (
    <div className="row-values" aria-live="polite">
      <p className="second">
        {say.row} {row.row}
        {row.recordNo ? ` → ${say.toRecord} ${row.recordNo}` : ''}{' '}
        <StateTag tone={TONES[row.outcome]}>{outcome}</StateTag>
      </p>
      <dl>
        {row.values.map((value) => (
          <div
            key={`${value.field} ${value.cell}`}
            className={[value.state, value.cell === chosen && chosen ? 'here' : ''].join(' ')}
          >
            <dt>{value.label}</dt>
            <dd>
              {value.state === 'ok' ? null : (
                <ToneIcon tone={value.state === 'rejected' ? 'stop' : 'remind'} />
              )}{' '}
              {value.value === null ? (
                <span className="third">{say.empty}</span>
              ) : (
                <b>{value.value}</b>
              )}
              {value.note ? <small className="second">{value.note}</small> : null}
              {value.cell ? <small className="third">{value.cell}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
