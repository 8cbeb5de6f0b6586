import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { findInLabels } from '#web/ui/find-in-labels.ts'
import { planWords } from './words.ts'

/** Title of those without a seat, and the title to try for them. */
export function PostMapping({ index }: { index: number }) {
  const say = useWords(planWords)
  const titles = useAnswer('GET /positions', {})
  const options = titles.data?.titles.map(({ code, name }) => ({ value: code, label: name }))
  const required = [{ required: true, message: say.required }]
  return (
    <Form.List name={[index, 'mapping']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div className="row" key={key}>
              {(['from', 'to'] as const).map((side) => (
                <Form.Item
                  key={side}
                  name={[name, side]}
                  label={side === 'from' ? say.mapFrom : say.mapTo}
                  rules={required}
                  style={{ flex: 1 }}
                >
                  <Select options={options} showSearch={findInLabels} />
                </Form.Item>
              ))}
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${say.removeMapping} ${name + 1}`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button size="small" onClick={() => add({})} style={{ marginBottom: 12 }}>
            {say.addMapping}
          </Button>
        </>
      )}
    </Form.List>
  )
}
