import { Form, Input } from 'antd'
import { useWords } from '#web/lib/language.ts'
import { ownWords } from './account-words.ts'

export function CurrentPasswordField() {
  const say = useWords(ownWords)
  return (
    <Form.Item
      name="currentPassword"
      label={say.current}
      rules={[{ required: true, message: say.needed }]}
      style={{ marginBottom: 12 }}
    >
      <Input.Password autoComplete="current-password" />
    </Form.Item>
  )
}
