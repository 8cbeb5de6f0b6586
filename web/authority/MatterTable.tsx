import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { CaseLink } from '#web/audit/CaseLink.tsx'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { type Column, useTable } from '#web/ui/columns.ts'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EndDrawer } from './EndDrawer.tsx'
import type { Given, Matter } from './shapes.ts'
import { authorityWords } from './words.ts'

const LEVELS = ['standing_committee', 'agency', 'commune'] as const

/** Matter by level of management: who holds the chosen action, each with its basis. */
export function MatterTable({ matters, action }: { matters: Matter[]; action: string }) {
  const say = useWords(authorityWords)
  const mayEnd = useMay('authority.end_delegation')
  const [ending, setEnding] = useState<Given>()
  const columns = useMemo((): Column<Matter>[] => {
    return [
      {
        key: 'matter',
        title: say.matter,
        width: 250,
        value: ({ label }) => label,
        cell: ({ label, clause, note }) => (
          <>
            <b>{label}</b>
            <br />
            <ClauseChip cite={clause}>
              <p>{clause}</p>
              {note ? <p className="second">{note}</p> : null}
            </ClauseChip>
          </>
        ),
      },
      ...LEVELS.map(
        (level): Column<Matter> => ({
          key: level,
          title: say[level],
          width: 220,
          value: (matter) =>
            at(matter, action, level)
              .map(({ holder }) => holder)
              .join('; '),
          cell: (matter) => (
            <Holders
              given={at(matter, action, level)}
              nobody={say.nobody}
              historyWord={say.history}
              endWord={mayEnd ? say.end : null}
              onEnd={setEnding}
            />
          ),
        }),
      ),
    ]
  }, [say, action, mayEnd])
  const table = useTable('phan-cap', columns, matters)
  return (
    <>
      <DataTable
        label={say.list}
        table={table}
        rowKey={({ code }) => code}
        groupOf={({ field }) => field}
      />
      <EndDrawer given={ending} onClose={() => setEnding(undefined)} />
    </>
  )
}

const at = ({ given }: Matter, action: string, level: string) =>
  given.filter((one) => one.action === action && (!one.managedBy || one.managedBy.includes(level)))

interface HoldersProps {
  given: Given[]
  nobody: string
  historyWord: string
  endWord: string | null
  onEnd(given: Given): void
}

function Holders({ given, nobody, historyWord, endWord, onEnd }: HoldersProps) {
  if (given.length === 0) return <span className="third">{nobody}</span>
  return (
    <ul>
      {given.map((one) => (
        <li key={`${one.id} ${one.holder} ${one.about} ${one.legalBasis}`}>
          {one.holder}
          {one.managedBy === null && one.about ? (
            <span className="small third"> ({one.about})</span>
          ) : null}
          {one.within ? <span className="small third"> · {one.within}</span> : null}{' '}
          <ClauseChip cite={one.legalBasis.split(' · ')[0] ?? one.legalBasis}>
            <p>{one.legalBasis}</p>
          </ClauseChip>
          {one.id === null ? null : (
            <span className="small">
              <CaseLink caseRef={`delegation:${one.id}`}>{historyWord}</CaseLink>{' '}
            </span>
          )}
          {one.id !== null && one.to === null && endWord ? (
            <Button size="small" type="link" onClick={() => onEnd(one)}>
              {endWord}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
