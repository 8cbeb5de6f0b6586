import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { UNIT_BLOCKS } from '#server/organisation/code-lists.ts'
import { useWords } from '#web/lib/language.ts'
import type { UnitRow } from '#web/lib/shapes-of-cadres.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { TreeRow } from './TreeRow.tsx'
import { childrenOf, type Line, linesOf } from './tree.ts'
import { organisationWords } from './words.ts'

interface Props {
  units: UnitRow[]
  chosen: number | undefined
  onChoose(id: number): void
}

export function UnitTree({ units, chosen, onChoose }: Props) {
  const say = useWords(organisationWords)
  const { khoi: block } = useSearch({ from: '/inside/to-chuc' })
  const navigate = useNavigate({ from: '/to-chuc' })
  const [words, setWords] = useState('')
  const [onlyVacant, setOnlyVacant] = useState(false)
  const [opened, setOpened] = useState(() => openAtFirst(units, chosen))
  const wanted = useDeferredValue(words)
  const lines = useMemo(
    () => linesOf(units, opened, { words: wanted, onlyVacant, block }),
    [units, opened, wanted, onlyVacant, block],
  )
  const toggle = (id: number) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }
  return (
    <>
      <div className="filters no-print">
        <Input.Search
          allowClear
          aria-label={say.find}
          placeholder={say.find}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          style={{ width: 190 }}
        />
        <Select
          aria-label={say.block}
          value={block ?? ''}
          onChange={(khoi) =>
            navigate({
              search: (before) => ({ ...before, khoi: khoi || undefined }),
              replace: true,
            })
          }
          style={{ width: 200 }}
          options={[
            { value: '', label: say.allBlocks },
            ...Object.entries(UNIT_BLOCKS).map(([value, { label }]) => ({ value, label })),
          ]}
        />
        <Checkbox checked={onlyVacant} onChange={(event) => setOnlyVacant(event.target.checked)}>
          {say.onlyVacant}
        </Checkbox>
        <Button
          size="small"
          style={{ marginLeft: 'auto' }}
          onClick={() =>
            setOpened(opened.size > 1 ? new Set() : new Set(units.map(({ id }) => id)))
          }
        >
          {opened.size > 1 ? say.closeAll : say.openAll}
        </Button>
      </div>
      {lines.length === 0 ? <EmptyState says={say.none} /> : null}
      <TreeTable
        lines={lines}
        opened={opened}
        toggle={toggle}
        chosen={chosen}
        onChoose={onChoose}
      />
    </>
  )
}

interface TableProps {
  lines: Line[]
  opened: ReadonlySet<number>
  toggle(id: number): void
  chosen: number | undefined
  onChoose(id: number): void
}

function TreeTable({ lines, opened, toggle, chosen, onChoose }: TableProps) {
  const say = useWords(organisationWords)
  const heads = [say.seats, say.filled, say.vacant, say.people, say.quota]
  return (
    <div className="table-box tall" style={{ maxHeight: 'calc(100vh - 230px)' }}>
      <table className="tree">
        <caption className="unseen">{say.tree}</caption>
        <thead>
          <tr>
            <th scope="col">{say.unit}</th>
            <th scope="col" className="only-desk" style={{ width: 110 }}>
              <span className="unseen">{say.filled}</span>
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <TreeRow
              key={line.unit.id}
              line={line}
              open={opened.has(line.unit.id)}
              onToggle={() => toggle(line.unit.id)}
              selected={line.unit.id === chosen}
              onChoose={() => onChoose(line.unit.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The top of the tree, and the branch of a unit the address names. */
function openAtFirst(units: UnitRow[], chosen: number | undefined): Set<number> {
  const opened = new Set((childrenOf(units).get(null) ?? []).map(({ id }) => id))
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  for (let id = chosen; id !== undefined && !opened.has(id); id = parents.get(id) ?? undefined) {
    opened.add(id)
  }
  return opened
}
