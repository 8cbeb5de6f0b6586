import { DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { PeoplePick } from './PeoplePick.tsx'
import { type Of, Rules, Unit } from './step-parts.tsx'
import { TitlePick } from './TitlePick.tsx'
import { UnitPick } from './UnitPick.tsx'
import { planWords } from './words.ts'

/** A unit divided: each part with its divisions, posts, people and quotas, one taking the rest. */
export function SplitFields(of: Of) {
  const say = useWords(planWords)
  const form = Form.useFormInstance()
  const unit: string | undefined = Form.useWatch(['steps', of.index, 'unit'], form)
  const ends: boolean | undefined = Form.useWatch(['steps', of.index, 'ends'], form)
  return (
    <>
      <Unit {...of} field="unit" label={say.unit} />
      <Form.Item name={[of.index, 'ends']} valuePropName="checked">
        <Checkbox>{say.ends}</Checkbox>
      </Form.Item>
      <Form.Item name={[of.index, 'restTo']} hidden>
        <Input />
      </Form.Item>
      <Form.List name={[of.index, 'parts']} initialValue={[{}]}>
        {(parts, { add, remove }) => (
          <>
            {parts.map(({ key, name }) => (
              <Part
                key={key}
                {...of}
                name={name}
                unit={unit}
                ends={ends === true}
                onRemove={
                  parts.length > 1
                    ? () => {
                        remove(name)
                        form.setFieldValue(['steps', of.index, 'restTo'], 0)
                      }
                    : undefined
                }
              />
            ))}
            <Button onClick={() => add({})} style={{ marginBottom: 12 }}>
              {say.addPart}
            </Button>
          </>
        )}
      </Form.List>
      <Rules {...of} />
    </>
  )
}

interface PartProps extends Of {
  name: number
  unit: string | undefined
  ends: boolean
  onRemove: (() => void) | undefined
}

function Part({ index, asOf, name, unit, ends, onRemove }: PartProps) {
  const say = useWords(planWords)
  const of = { asOf, unit }
  return (
    <fieldset className="plan-step">
      <legend>
        {say.part} {name + 1}
      </legend>
      <div className="plan-pair">
        <Form.Item name={[name, 'into']} label={say.partInto}>
          <UnitPick label={say.partInto} asOf={asOf} />
        </Form.Item>
        <Form.Item name={[name, 'founded']} label={say.founded}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name={[name, 'divisions']} label={say.divisions}>
        <UnitPick label={say.divisions} asOf={asOf} many />
      </Form.Item>
      <Form.Item name={[name, 'titles']} label={say.titles}>
        <TitlePick label={say.titles} {...of} />
      </Form.Item>
      <Form.Item name={[name, 'people']} label={say.people}>
        <PeoplePick label={say.people} {...of} />
      </Form.Item>
      <div className="plan-pair">
        <Form.Item name={[name, 'servants']} label={say.moveQuota}>
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name={[name, 'employees']} label={say.moveEmployees}>
          <Input inputMode="numeric" />
        </Form.Item>
      </div>
      <div className="row">
        {ends ? <TakesRest index={index} name={name} /> : null}
        {onRemove ? (
          <Button
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`${say.removePart} ${name + 1}`}
            onClick={onRemove}
          />
        ) : null}
      </div>
    </fieldset>
  )
}

/** The rest goes to one part: ticking it here takes the tick from the others. */
function TakesRest({ index, name }: { index: number; name: number }) {
  const say = useWords(planWords)
  const form = Form.useFormInstance()
  const taker: number = Form.useWatch(['steps', index, 'restTo'], form) ?? 0
  return (
    <Checkbox
      checked={taker === name}
      disabled={taker === name}
      onChange={() => form.setFieldValue(['steps', index, 'restTo'], name)}
    >
      {say.takesRest}
    </Checkbox>
  )
}
