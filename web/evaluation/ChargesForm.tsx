import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { personWords } from './person-words.ts'
import { type Level, RatingSelect } from './Rating.tsx'
import type { Person } from './shapes.ts'
import { useSaved } from './use-saved.ts'
import { evaluationWords } from './words.ts'

interface Charge {
  name: string
  unitId: number | null
  rating?: Level | null
}

/** Fields and divisions a deputy answers for: the deputy may not be above the lowest of them. */
export function ChargesForm({ details, onDone }: { details: Person; onDone(): void }) {
  const say = useWords(personWords)
  const all = useWords(evaluationWords)
  const set = useCommand('PUT /evaluations/:evaluationId/charges')
  const told = useSaved(onDone)
  const save = ({ charges }: { charges: Charge[] }) =>
    set.mutate(
      {
        evaluationId: details.evaluationId,
        charges: charges.map(({ name, unitId, rating }) => ({
          name,
          unitId: unitId ?? null,
          rating: rating ?? null,
        })),
      },
      told,
    )
  return (
    <Form
      name="charges"
      layout="vertical"
      onFinish={save}
      initialValues={{ charges: details.charges }}
    >
      <Form.List name="charges">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="row charge">
                <Form.Item
                  name={[name, 'name']}
                  label={say.charge}
                  rules={[{ required: true, message: all.required }]}
                >
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'rating']} label={say.chargeRating}>
                  <RatingSelect label={say.chargeRating} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{all.cancel}</Button>
              </div>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ unitId: null })}>
              {say.addCharge}
            </Button>
          </>
        )}
      </Form.List>
      <Button type="primary" htmlType="submit" loading={set.isPending} className="apart">
        {all.save}
      </Button>
    </Form>
  )
}
