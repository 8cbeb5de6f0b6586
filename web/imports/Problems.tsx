import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { ImportProblem } from '#web/lib/shapes-of-imports.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag, ToneIcon } from '#web/ui/StateTag.tsx'
import { CopyButton } from '#web/ui/TableTools.tsx'
import { Decide } from './Decide.tsx'
import { importWords } from './words.ts'

type Which = 'all' | ImportProblem['severity']
type Say = typeof importWords.vi

interface Props {
  problems: ImportProblem[]
  chosen: string | undefined
  onChoose(problem: ImportProblem): void
  onDecide(problem: ImportProblem, to: string | null, label: string): void
}

/** Every cell that blocks or deserves a look, with the reason and what would put it right. */
export function Problems({ problems, chosen, onChoose, onDecide }: Props) {
  const say = useWords(importWords)
  const [which, setWhich] = useState<Which>('all')
  const shown = useMemo(
    () => problems.filter(({ severity }) => which === 'all' || severity === which),
    [problems, which],
  )
  const columns = useMemo(() => problemColumns(say, onChoose, onDecide), [say, onChoose, onDecide])
  const table = useTable('nhap.van-de', columns, shown)
  const blocks = problems.filter(({ severity }) => severity === 'blocks').length
  const chosenRow = problems.find(({ cell }) => cell === chosen)
  return (
    <Card
      title={say.problems}
      aside={
        <>
          <StateTag tone="stop">
            {count(blocks)} {say.blocks}
          </StateTag>
          <StateTag tone="remind">
            {count(problems.length - blocks)} {say.reminds}
          </StateTag>
          <Segmented<Which>
            size="small"
            aria-label={say.problems}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'all', label: say.all },
              { value: 'blocks', label: say.onlyBlocks },
              { value: 'reminds', label: say.onlyReminds },
            ]}
          />
          <CopyButton table={table} rows={table.rows} />
        </>
      }
    >
      {shown.length === 0 ? (
        <EmptyState says={say.noProblems} />
      ) : (
        <DataTable
          label={say.problems}
          table={table}
          rowKey={keyOf}
          selected={chosenRow ? keyOf(chosenRow) : undefined}
          onOpen={onChoose}
          height={shown.length > 8 ? '420px' : undefined}
        />
      )}
    </Card>
  )
}

const keyOf = ({ sheet, cell, reason }: ImportProblem) => `${sheet}!${cell} ${reason}`

function problemColumns(
  say: Say,
  onChoose: (problem: ImportProblem) => void,
  onDecide: Props['onDecide'],
): Column<ImportProblem>[] {
  return [
    {
      key: 'cell',
      title: say.cell,
      nowrap: true,
      cell: (problem) => (
        <span className={problem.severity}>
          <ToneIcon tone={problem.severity === 'blocks' ? 'stop' : 'remind'} />{' '}
          <button type="button" className="plain" onClick={() => onChoose(problem)}>
            {problem.sheet}!{problem.cell}
          </button>
        </span>
      ),
      value: ({ sheet, cell }) => `${sheet}!${cell}`,
    },
    {
      key: 'value',
      title: say.value,
      cell: ({ value }) => <b>{value}</b>,
      value: ({ value }) => value,
    },
    {
      key: 'reason',
      title: say.problem,
      cell: ({ reason }) => reason,
      value: ({ reason }) => reason,
    },
    {
      key: 'fix',
      title: say.fix,
      cell: (problem) => (
        <>
          {problem.fix}
          <Decide problem={problem} onDecide={onDecide} />
        </>
      ),
      value: ({ fix }) => fix,
    },
  ]
}
