import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { PersonSelect } from '#web/authority/PersonSelect.tsx'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { CapBars, standingOf } from './CapBars.tsx'
import { points } from './figures.ts'
import { type Level, RatingSelect, RatingTag } from './Rating.tsx'
import { resultWords } from './result-words.ts'
import type { OnSheet, Sheet } from './shapes.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

interface Fields {
  rating: Level
  reasonCode: string
  comment: string
  authoriserId: number
}

/** The session before the decision: every changed rating with reason, comment and who answers for it. */
export function CalibrationTab({ sheet }: { sheet: Sheet }) {
  const say = useWords(resultWords)
  const [changing, setChanging] = useState<OnSheet>()
  const people = sheet.groups.flatMap((group) => group.people)
  return (
    <>
      <CapBars sheet={sheet} />
      <div className="columns two-and-one">
        <Card title={say.calibration}>
          <ScrollBox label={say.calibration}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.name}</th>
                  <th scope="col">{say.group}</th>
                  <th scope="col" className="right">
                    {say.points}
                  </th>
                  <th scope="col">{say.rating}</th>
                  <th scope="col">
                    <span className="unseen">{say.change}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {sheet.groups.flatMap((group) =>
                  group.people.map((person) => (
                    <tr
                      key={person.evaluationId}
                      className={
                        changing?.evaluationId === person.evaluationId ? 'selected' : undefined
                      }
                    >
                      <td>
                        {person.name}
                        <div className="small second">{person.title}</div>
                      </td>
                      <td>{group.name}</td>
                      <td className="right">{points(person.points ?? person.total)}</td>
                      <td>
                        <RatingTag rating={standingOf(person)} />
                        {person.exceptions
                          .filter(({ kind }) => kind === 'moved')
                          .map(({ says }) => (
                            <div key={says} className="small">
                              <StateTag tone="remind">{says}</StateTag>
                            </div>
                          ))}
                      </td>
                      <td className="right">
                        <Button size="small" onClick={() => setChanging(person)}>
                          {say.change}
                        </Button>
                      </td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </ScrollBox>
        </Card>
        {changing ? (
          <Change
            key={changing.evaluationId}
            sheet={sheet}
            person={people.find((one) => one.evaluationId === changing.evaluationId) ?? changing}
            onDone={() => setChanging(undefined)}
          />
        ) : (
          <Card title={say.changeOne}>
            <div className="card-body second">{say.choose}</div>
          </Card>
        )}
      </div>
    </>
  )
}

interface Props {
  sheet: Sheet
  person: OnSheet
  onDone(): void
}

function Change({ sheet: { cycle }, person, onDone }: Props) {
  const say = useWords(resultWords)
  const all = useWords(evaluationWords)
  const settings = useAnswer('GET /evaluation-cycles/settings', { period: cycle.period })
  const change = useCommand('POST /evaluation-cycles/:cycleId/calibration')
  const told = useSaved(onDone)
  const { evaluationId, version } = person
  const required = [{ required: true, message: all.required }]
  return (
    <Card title={`${say.changeOne}: ${person.name}`}>
      <Form
        name="calibration"
        layout="vertical"
        className="card-body"
        onFinish={(fields: Fields) =>
          change.mutate(
            { cycleId: cycle.id, changes: [{ evaluationId, version, ...fields }] },
            told,
          )
        }
      >
        <Notice tone="info">{say.calibrationSays}</Notice>
        <Form.Item name="rating" label={say.newRating} rules={required} className="apart">
          <RatingSelect label={say.newRating} />
        </Form.Item>
        <Form.Item name="reasonCode" label={say.reason} rules={required}>
          <Select
            aria-label={say.reason}
            options={settings.data?.reasons.map(({ code, label }) => ({ value: code, label }))}
          />
        </Form.Item>
        <Form.Item name="comment" label={say.comment} rules={required}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name="authoriserId" label={say.authoriser} rules={required}>
          <PersonSelect label={say.authoriser} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {say.change}
        </Button>
      </Form>
    </Card>
  )
}
