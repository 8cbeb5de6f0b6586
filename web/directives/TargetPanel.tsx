import { CloseOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { Pack, TargetState, TargetStory } from '#web/lib/shapes-of-directives.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { BlocksByYear } from './BlocksByYear.tsx'
import { Subjects } from './Subjects.tsx'
import { TargetFacts } from './TargetFacts.tsx'
import { TargetTag } from './TargetTag.tsx'
import { TargetTrend } from './TargetTrend.tsx'
import { targetWords } from './words.ts'

interface Props {
  target: TargetState
  pack: Pack | undefined
}

/** One target opened: what it says, where it stands, where it falls short, and who counts. */
export function TargetPanel({ target, pack }: Props) {
  const say = useWords(targetWords)
  const { asOf } = useAsOf()
  const navigate = useNavigate({ from: '/chi-tieu' })
  const story = useAnswer('GET /targets/:id', { id: target.id, asOf })
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
    panel.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section ref={panel} className="card opened" tabIndex={-1} aria-labelledby="opened-target">
      <div className="card-head">
        <div style={{ flex: '1 1 420px' }}>
          <div className="row" style={{ flexWrap: 'wrap' }}>
            <h2 id="opened-target">
              <span className="second">{target.id}</span> {target.label}
            </h2>
            <TargetTag target={target} />
          </div>
          {story.data ? <Sentences story={story.data} /> : null}
        </div>
        <div className="aside">
          {story.data ? <Chips story={story.data} pack={pack} /> : null}
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={say.close}
            onClick={() =>
              void navigate({ search: ({ ngay, xem }) => ({ ngay, xem }), resetScroll: false })
            }
          />
        </div>
      </div>
      <Answered answer={story} rows={3}>
        {(opened) => <TargetFacts story={opened} />}
      </Answered>
      <div className="panel-two">
        <div>
          <BlocksByYear target={target} adoptedFrom={pack?.adoptedFrom} />
        </div>
        <div>
          <TargetTrend
            target={target}
            adoptedFrom={pack?.adoptedFrom}
            milestones={story.data?.milestones ?? []}
          />
        </div>
      </div>
      <Subjects target={target} />
    </section>
  )
}

function Sentences({ story }: { story: TargetStory }) {
  const say = useWords(targetWords)
  return (
    <p className="second">
      {say.countsWhat}: {story.countsSentence} · {say.among}: {story.baseSentence}
    </p>
  )
}

function Chips({ story, pack }: { story: TargetStory; pack: Pack | undefined }) {
  const say = useWords(targetWords)
  const { clause } = story
  return (
    <>
      <ClauseChip cite={story.cite} version={`${say.inForce} ${day(clause.inForceFrom)}`}>
        <p>
          <b>{clause.document}</b> · {clause.issuer}
          {pack ? `, ${say.issued} ${day(pack.issuedOn)}` : ''}
        </p>
        <p>{clause.title}</p>
        <p>{clause.reference}</p>
        {story.note ? (
          <p className="second">
            {say.note}: {story.note}
          </p>
        ) : null}
      </ClauseChip>
      {story.parameters.map((parameter) => (
        <ClauseChip key={parameter.name} cite={parameterWords(parameter)} parameter>
          <p>
            <b>{parameter.label}</b>: {parameter.value}
          </p>
          <p className="second">
            {parameter.cite}, {say.since} {day(parameter.since)}
          </p>
          {parameter.note ? <p className="second">{parameter.note}</p> : null}
        </ClauseChip>
      ))}
    </>
  )
}

const SHORT_VALUE = 20

/** A long value, such as an order of levels, is read in the opened chip. */
const parameterWords = ({ label, value }: TargetStory['parameters'][number]) =>
  value.length > SHORT_VALUE ? label : `${label}: ${value}`
