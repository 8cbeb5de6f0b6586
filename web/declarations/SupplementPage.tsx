import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import type { Round } from '#web/lib/shapes-of-record.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { OpenRound } from './OpenRound.tsx'
import { SupplementNames } from './SupplementNames.tsx'
import { SupplementUnits } from './SupplementUnits.tsx'
import { declarationWords } from './words.ts'

/** The yearly supplement of records: rounds, progress of each agency, and the names behind it. */
export function SupplementPage() {
  const say = useWords(declarationWords)
  const may = useMay('cadres.open_supplement')
  const { dot } = useSearch({ from: '/inside/bo-sung-ly-lich' })
  const [opening, setOpening] = useState(false)
  const rounds = useAnswer('GET /supplements', {})
  return (
    <>
      <PageHeader
        crumbs={[say.supplement]}
        title={say.supplement}
        says={say.supplementSays}
        actions={may ? <Button onClick={() => setOpening(true)}>{say.openRound}</Button> : null}
      />
      <Answered answer={rounds}>
        {({ rounds: all }) => {
          const round = all.find(({ id }) => id === dot) ?? all[0]
          return round ? <Board round={round} all={all} /> : <EmptyState says={say.noRound} />
        }}
      </Answered>
      <OpenRound open={opening} onClose={() => setOpening(false)} />
    </>
  )
}

function Board({ round, all }: { round: Round; all: Round[] }) {
  const say = useWords(declarationWords)
  const navigate = useNavigate()
  return (
    <>
      <div className="row wraps board-sum">
        <Select
          aria-label={say.round}
          value={round.id}
          options={all.map(({ id, year }) => ({ value: id, label: `${say.round} ${year}` }))}
          onChange={(id: number) => void navigate({ to: '/bo-sung-ly-lich', search: { dot: id } })}
        />
        <span>
          {say.deadline} {day(round.deadline)}
          {round.closedOn ? `, ${say.closed} ${day(round.closedOn)}` : ''}
          {round.note ? ` · ${round.note}` : ''}
        </span>
        <CloseRound round={round} />
      </div>
      <p className="second board-sum">
        {say.check}: {round.sections.map(({ label }) => label).join('; ')}
      </p>
      <div className="stackup">
        <SupplementUnits roundId={round.id} />
        <SupplementNames roundId={round.id} />
      </div>
    </>
  )
}

function CloseRound({ round }: { round: Round }) {
  const say = useWords(declarationWords)
  const { message } = App.useApp()
  const may = useMay('cadres.close_supplement')
  const close = useCommand('POST /supplements/:roundId/close')
  if (!may || round.closedOn) return null
  return (
    <Popconfirm
      title={say.closeSure}
      okText={say.closeRound}
      cancelText={say.cancel}
      onConfirm={() =>
        close.mutate(
          { roundId: round.id },
          {
            onSuccess: () => void message.success(say.roundClosed),
            onError: (problem) => void message.error(problem.message),
          },
        )
      }
    >
      <Button size="small" loading={close.isPending}>
        {say.closeRound}
      </Button>
    </Popconfirm>
  )
}
