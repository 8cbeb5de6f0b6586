import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { type Input as Asked, useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import type { Accounts } from '#web/lib/shapes-of-access.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { accountsWords } from './account-words.ts'
import type { Given } from './GivenPassword.tsx'

interface Props {
  open: boolean
  accounts: Accounts
  onClose(): void
  onGiven(given: Given): void
}

export function AddAccount({ open, accounts, onClose, onGiven }: Props) {
  const say = useWords(accountsWords)
  const [form] = Form.useForm<Asked<'POST /accounts'>>()
  const role = Form.useWatch('role', form)
  const sees = accounts.roles.find((one) => one.role === role)?.sees
  const add = useCommand('POST /accounts')
  const needed = [{ required: true, message: say.needed }]
  const finish = (filled: Asked<'POST /accounts'>) =>
    add.mutate(filled, {
      onSuccess: (given) => {
        form.resetFields()
        onClose()
        onGiven(given)
      },
    })
  return (
    <Modal
      open={open}
      title={say.add}
      okText={say.add}
      cancelText={say.cancel}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={add.isPending}
      forceRender
    >
      <Form form={form} name="add-account" layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item name="username" label={say.username} rules={needed}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="displayName" label={say.name} rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="position" label={say.position}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={say.role} rules={needed}>
          <Select options={accounts.roles.map(({ role, label }) => ({ value: role, label }))} />
        </Form.Item>
        {sees === 'unit' ? (
          <Form.Item name="unitId" label={say.unit} rules={needed}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={accounts.units.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        ) : null}
        {sees === 'own' || sees === 'unit' ? (
          <Form.Item
            name="cadreId"
            label={sees === 'own' ? say.cadreId : say.cadreIdToo}
            rules={sees === 'own' ? needed : []}
          >
            <InputNumber min={1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ) : null}
        {add.error ? <Notice tone="stop">{add.error.message}</Notice> : null}
      </Form>
    </Modal>
  )
}
