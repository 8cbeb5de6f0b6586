import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, type Output, useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { TONES } from './Board.tsx'
import { Decide } from './Decide.tsx'
import type { AskedReport } from './PeriodicReportsPage.tsx'
import { SectionCard } from './SectionCard.tsx'
import { periodicWords } from './words.ts'

export type Found = Output<'GET /periodic-reports/one'>

interface Written {
  texts: Record<string, string>
  stated: Record<string, number | null>
}

const NOTHING: Written = { texts: {}, stated: {} }

/** A report from top to bottom as it will be printed, with what can be done with it now. */
export function Report({ found, asked }: { found: Found; asked: AskedReport }) {
  const say = useWords(periodicWords)
  const tell = useTell()
  const fill = useCommand('POST /periodic-reports/texts')
  const mayWrite = useMay('periodic_reports.fill')
  const [written, write] = useState(NOTHING)
  const { content, checks, state } = found
  const writable = mayWrite && ['opened', 'returned'].includes(state)
  const unsaved = written !== NOTHING
  // What was just saved counts before the page has been asked again.
  const version = Math.max(found.version, fill.data?.version ?? 0)
  const keep = () =>
    fill.mutate(
      { ...asked, version, ...written },
      tell(say.saved, say.save, () => write(NOTHING)),
    )
  return (
    <>
      <Card title={content.title} aside={<StateTag tone={TONES[state]}>{say[state]}</StateTag>}>
        <div className="card-body">
          <p>
            <b>{content.unit}</b> · {say.to} {content.to} · {content.cite}
          </p>
          <p className="second">
            {say.due} {found.due ? day(found.due) : say.noDue} · {say.countedOn}{' '}
            {day(content.countedOn)}
            {found.signedOn
              ? ` · ${say.signedBy} ${found.reportNo}, ${day(found.signedOn)}, ${found.signer}`
              : ''}
          </p>
          <Files asked={asked} />
        </div>
      </Card>
      <Checks checks={checks} signed={state === 'signed'} />
      {content.sections.map((section, index) => (
        <SectionCard
          key={section.id}
          no={index + 1}
          section={section}
          writable={writable}
          says={written.texts[section.id] ?? section.says}
          stated={written.stated[section.id] ?? section.states?.stated ?? null}
          onSays={(says) => write({ ...written, texts: { ...written.texts, [section.id]: says } })}
          onStated={(number) =>
            write({ ...written, stated: { ...written.stated, [section.id]: number } })
          }
        />
      ))}
      {writable ? (
        <div className="card-body no-print">
          <Button
            type={unsaved ? 'primary' : 'default'}
            disabled={!unsaved}
            loading={fill.isPending}
            onClick={keep}
          >
            {say.save}
          </Button>
        </div>
      ) : null}
      <Decide found={{ ...found, version }} asked={asked} unsaved={unsaved} />
      <History steps={found.steps} />
    </>
  )
}

function Files({ asked }: { asked: AskedReport }) {
  const formats = { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' } as const
  return (
    <div className="row no-print">
      {(Object.keys(formats) as (keyof typeof formats)[]).map((format) => (
        <Button
          key={format}
          href={addressOf('GET /periodic-reports/file', { ...asked, format }).address}
          download
        >
          {formats[format]}
        </Button>
      ))}
    </div>
  )
}

function Checks({ checks, signed }: { checks: Found['checks']; signed: boolean }) {
  const say = useWords(periodicWords)
  if (signed) return null
  return (
    <section aria-label={say.checks}>
      {checks.length === 0 ? <Notice tone="met">{say.allWell}</Notice> : null}
      {checks.map(({ says, blocks }) => (
        <Notice key={says} tone={blocks ? 'remind' : 'info'}>
          {says}
        </Notice>
      ))}
    </section>
  )
}

function History({ steps }: { steps: Found['steps'] }) {
  const say = useWords(periodicWords)
  if (steps.length === 0) return null
  return (
    <Card title={say.history}>
      <ul className="plain-list card-body">
        {steps.map(({ id, kind, on, by, says, enteredOn }) => (
          <li key={id}>
            <span className="second">
              {day(on)} · {say[kind]} · {by}
              {enteredOn ? ` (${say.entered} ${day(enteredOn)})` : ''}
            </span>
            {says ? <p>{says}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
