import { CaretDownOutlined, CaretRightOutlined, WarningFilled } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { UNIT_BLOCKS } from '#server/organisation/code-lists.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { UnitRow } from '#web/lib/shapes-of-cadres.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
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

interface RowProps {
  line: Line
  open: boolean
  selected: boolean
  onToggle(): void
  onChoose(): void
}

function TreeRow({
  line: { unit, depth, children },
  open,
  selected,
  onToggle,
  onChoose,
}: RowProps) {
  const say = useWords(organisationWords)
  const { seats, filled, vacant, people, quota } = unit.subtree
  const over = quota !== null && people !== null && people > quota
  const Caret = open ? CaretDownOutlined : CaretRightOutlined
  return (
    <tr className={selected ? 'opens selected' : 'opens'} onClick={onChoose}>
      <td style={{ paddingLeft: 14 + depth * 20 }}>
        <span className="tree-name">
          {children > 0 ? (
            <button
              type="button"
              className="caret"
              aria-expanded={open}
              aria-label={`${open ? say.close : say.open}: ${unit.name}`}
              onClick={(event) => {
                event.stopPropagation()
                onToggle()
              }}
            >
              <Caret aria-hidden />
            </button>
          ) : (
            <span className="caret" />
          )}
          <button type="button" className="plain unit-name" aria-pressed={selected}>
            {depth < 1 ? <b>{unit.name}</b> : unit.name}
          </button>
          {children > 0 ? <small className="third">{count(children)}</small> : null}
        </span>
      </td>
      <td className="only-desk">
        {filled === null ? null : <Seats seats={seats} filled={seats - (vacant ?? 0)} />}
      </td>
      <td className="right">{count(seats)}</td>
      <td className="right">{count(filled)}</td>
      <td className="right">
        {vacant ? <b className="vacant">{count(vacant)}</b> : count(vacant)}
      </td>
      <td className="right">{count(people)}</td>
      <td className="right">
        {over ? (
          <span className="over" title={say.quotaOver}>
            <WarningFilled aria-hidden /> <span className="unseen">{say.quotaOver}</span>
          </span>
        ) : null}
        {count(quota)}
      </td>
    </tr>
  )
}

function Seats({ seats, filled }: { seats: number; filled: number }) {
  if (seats === 0) return null
  return (
    <div className="seats" aria-hidden>
      <span style={{ width: `${(filled / seats) * 100}%` }} />
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
