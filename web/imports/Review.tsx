import { Checkbox } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/language.ts'
import type { ImportPreview, ImportProblem } from '#web/lib/shapes-of-imports.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { CellPreview } from './CellPreview.tsx'
import { Decisions } from './Decisions.tsx'
import { Differences } from './Differences.tsx'
import { Mapping } from './Mapping.tsx'
import { OldText } from './OldText.tsx'
import { Problems } from './Problems.tsx'
import { qualityWords } from './quality-words.ts'
import { Tables, tableAt } from './Tables.tsx'
import type { Import } from './use-import.ts'
import { WriteBar } from './WriteBar.tsx'
import { importWords } from './words.ts'

interface Props {
  work: Import
  preview: ImportPreview
}

/** The guessed columns, the cells as they are, what is wrong, and the button that writes. */
export function Review({ work, preview }: Props) {
  const say = useWords(importWords)
  const [cell, setCell] = useState<string>()
  const goTo = (problem: ImportProblem) => {
    setCell(problem.cell)
    const table = tableAt(preview.tables, problem)
    if (table && table !== preview.shown) work.change({ show: table })
  }
  const decide = ({ asks }: ImportProblem, to: string | null, label: string) => {
    if (!asks) return
    const { decisions } = work.choice
    const others = decisions.filter(
      ({ field, text, at }) => field !== asks.field || text !== asks.text || at !== asks.at,
    )
    work.change({ decisions: [...others, { ...asks, to, label, remember: true }] })
  }
  return (
    <>
      {preview.alreadyImported === null ? null : (
        <div className="spaced">
          <Notice tone="info">
            {say.already} {preview.alreadyImported}. {say.alreadySays}
          </Notice>
        </div>
      )}
      {preview.oldText ? <OldText work={work} found={preview.oldText} /> : null}
      <div className="columns import-columns">
        <div className="stackup">
          <Tables work={work} preview={preview} />
          <UnitOfList work={work} />
          <Decisions work={work} />
          <Known aliases={preview.aliases} />
          <UnitsToCome work={work} names={preview.newUnits} />
          <Mapping
            columns={preview.columns}
            fields={preview.fields}
            onMap={(column, field) =>
              work.change({
                mapping: { ...work.choice.mapping, [`${preview.shown}!${column}`]: field },
              })
            }
          />
        </div>
        <div className="stackup">
          <CellPreview
            preview={preview}
            chosen={cell}
            onChoose={setCell}
            onSheet={(show) => {
              setCell(undefined)
              work.change({ show })
            }}
          />
          <Problems problems={preview.problems} chosen={cell} onChoose={goTo} onDecide={decide} />
          <Differences work={work} differences={preview.differences} />
        </div>
      </div>
      <WriteBar work={work} preview={preview} />
    </>
  )
}

/** Values read by what somebody decided in an earlier import. */
function Known({ aliases }: Pick<ImportPreview, 'aliases'>) {
  const say = useWords(qualityWords)
  if (aliases.length === 0) return null
  return (
    <Card title={say.known}>
      <ul className="card-body plain-list">
        {aliases.map(({ field, written, says, times }) => (
          <li key={`${field} ${written}`}>
            {says}{' '}
            <span className="second">
              {field}, {times} {say.times}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function UnitOfList({ work }: { work: Import }) {
  const say = useWords(importWords)
  return (
    <section className="card card-body">
      <p>
        <b>{say.unit}</b> <span className="small second">{say.unitSays}</span>
      </p>
      <UnitSelect
        label={say.unit}
        width="100%"
        value={work.choice.unitId}
        onChange={(unitId) => work.change({ unitId })}
      />
    </section>
  )
}

/** Units the list names that the province lacks: said before they are added, and a switch to let them. */
function UnitsToCome({ work, names }: { work: Import; names: string[] }) {
  const say = useWords(importWords)
  return (
    <section className="card card-body">
      <Checkbox
        checked={names.length > 0 || work.choice.createUnits === true}
        onChange={({ target }) => work.change({ createUnits: target.checked })}
      >
        <b>{say.unitsToCome}</b>
      </Checkbox>
      <p className="small second">
        {names.length > 0 ? `${say.unitsComing} ${names.join(', ')}.` : say.unitsToComeSays}
      </p>
    </section>
  )
}
