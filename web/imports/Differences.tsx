import { Checkbox, Select } from 'antd'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { ImportDifference } from '#web/lib/shapes-of-imports.ts'
import { Card } from '#web/ui/Card.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { qualityWords } from './quality-words.ts'
import type { Import } from './use-import.ts'

interface Props {
  work: Import
  differences: ImportDifference[]
}

/** Record beside list, field by field: what the list may overwrite is ticked by hand. */
export function Differences({ work, differences }: Props) {
  const say = useWords(qualityWords)
  if (differences.length === 0) return null
  const { updates } = work.choice
  const fields = new Map(
    differences.filter(({ updatable }) => updatable).map(({ field, label }) => [field, label]),
  )
  const accepted = differences.filter((difference) => difference.accepted).length
  const tick = ({ key }: ImportDifference, on: boolean) =>
    work.change({
      updates: {
        ...updates,
        only: on ? [...updates.only, key] : updates.only.filter((own) => own !== key),
        except: on ? updates.except.filter((own) => own !== key) : [...updates.except, key],
      },
    })
  return (
    <Card
      title={say.differences}
      aside={`${count(accepted)} / ${count(differences.length)} ${say.ticked}`}
    >
      <p className="card-body second">{say.differencesSays}</p>
      <div className="row card-body">
        <Checkbox
          checked={updates.all}
          onChange={({ target }) =>
            work.change({ updates: { all: target.checked, fields: [], only: [], except: [] } })
          }
        >
          {say.updateAll}
        </Checkbox>
        <Select
          mode="multiple"
          aria-label={say.updateFields}
          placeholder={say.updateFields}
          value={updates.fields}
          options={[...fields].map(([value, label]) => ({ value, label }))}
          onChange={(chosen: string[]) => work.change({ updates: { ...updates, fields: chosen } })}
          style={{ minWidth: 240 }}
        />
      </div>
      <ScrollBox label={say.differences}>
        <table className="listing">
          <thead>
            <tr>
              <th scope="col">{say.update}</th>
              <th scope="col">{say.record}</th>
              <th scope="col">{say.field}</th>
              <th scope="col">{say.inRecord}</th>
              <th scope="col">{say.inList}</th>
              <th scope="col">{say.cell}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={difference.key}>
                <td className="center">
                  <Checkbox
                    aria-label={`${say.update}: ${difference.fullName}, ${difference.label}`}
                    checked={difference.accepted}
                    disabled={!difference.updatable}
                    onChange={({ target }) => tick(difference, target.checked)}
                  />
                </td>
                <td>
                  {difference.fullName} <small className="second">{difference.recordNo}</small>
                </td>
                <td>{difference.label}</td>
                <td>{difference.recorded}</td>
                <td>
                  <b>{difference.listed}</b>
                  {difference.updatable ? null : (
                    <small className="second"> {say.needsDecision}</small>
                  )}
                </td>
                <td className="second">
                  {difference.sheet}!{difference.cell}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  )
}
