import { PaperClipOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import type { Act, Fact, FactSection, SectionInfo } from '#web/lib/shapes-of-record.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { headOf, openFields, restOf } from './dictionary.ts'
import { FactHistory } from './FactHistory.tsx'
import { recordWords } from './record-words.ts'

interface Props {
  cadreId: number
  section: SectionInfo
  facts: FactSection['facts']
  /** Why a restricted section was opened; its history asks for the same. */
  reason?: string
  aside?: ReactNode
  /** What the reader may do with a fact; nothing where it is left out. */
  onAct?(act: Act, fact?: Fact): void
  onChanged?(): void
  children?: ReactNode
}

/** One section of the record, as the dictionary has it: a list of terms, or dated facts. */
export function SectionCard(props: Props) {
  const { section, facts, aside, onAct, children } = props
  const say = useWords(recordWords)
  const add =
    onAct && section.rows === 'many' ? (
      <Button
        size="small"
        className="no-print"
        icon={<PlusOutlined aria-hidden />}
        aria-label={`${say.add}: ${section.label}`}
        onClick={() => onAct('add')}
      >
        {say.add}
      </Button>
    ) : null
  return (
    <Card
      title={section.label}
      aside={
        <>
          {aside} {add}
        </>
      }
    >
      {facts.length === 0 ? <EmptyState says={say.nothing} /> : null}
      <ul className="facts">
        {facts.map((fact) => (
          <OneFact key={fact.id} {...props} fact={fact} />
        ))}
      </ul>
      {children}
    </Card>
  )
}

function OneFact({
  cadreId,
  section,
  fact,
  reason = '',
  onAct,
  onChanged,
}: Props & { fact: Fact }) {
  const say = useWords(recordWords)
  const [history, setHistory] = useState(false)
  const of = section.rows === 'one' ? section.label : headOf(section, fact)
  const ends = section.until !== null && (fact.values[section.until] ?? null) === null
  const mayAct = onAct && openFields(section).length > 0
  return (
    <li>
      {section.rows === 'one' ? (
        <Terms section={section} fact={fact} />
      ) : (
        <Dated section={section} fact={fact} />
      )}
      <div className="row fact-acts no-print">
        {fact.documents.map(({ id, title }) => (
          <span key={id} className="tag plain" title={title}>
            <PaperClipOutlined aria-hidden /> {title}
          </span>
        ))}
        {mayAct ? (
          <Button
            size="small"
            type="text"
            aria-label={`${say.correct}: ${of}`}
            onClick={() => onAct('correct', fact)}
          >
            {say.correct}
          </Button>
        ) : null}
        {mayAct && ends ? (
          <Button
            size="small"
            type="text"
            aria-label={`${say.end}: ${of}`}
            onClick={() => onAct('end', fact)}
          >
            {say.end}
          </Button>
        ) : null}
        <Button
          size="small"
          type="text"
          aria-expanded={history}
          aria-label={`${history ? say.hideHistory : say.history}: ${of}`}
          onClick={() => setHistory(!history)}
        >
          {history ? say.hideHistory : say.history}
        </Button>
      </div>
      {history ? (
        <FactHistory
          {...{ cadreId, reason }}
          section={section.code}
          rowId={fact.id}
          onUndone={() => onChanged?.()}
        />
      ) : null}
    </li>
  )
}

function Terms({ section, fact }: { section: SectionInfo; fact: Fact }) {
  const say = useWords(recordWords)
  return (
    <dl className="fact-terms">
      {section.columns.map(({ name, label }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{fact.texts[name] ?? <span className="third">{say.notDeclared}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

function Dated({ section, fact }: { section: SectionInfo; fact: Fact }) {
  const say = useWords(recordWords)
  const since = section.since ? fact.texts[section.since] : null
  const until = section.until ? (fact.texts[section.until] ?? say.now) : null
  return (
    <div className="fact-dated">
      <span className="second">{[since, until].filter(Boolean).join(' – ')}</span>
      <div>
        <b>{headOf(section, fact) || section.label}</b>
        <p className="second">
          {restOf(section, fact).map(({ name, label, text }, place) => (
            <span key={name}>
              {place > 0 ? ' · ' : ''}
              <span className="third">{label}:</span> {text}
            </span>
          ))}
        </p>
      </div>
    </div>
  )
}
