import { MoreOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import type { AccountRow } from '#web/lib/shapes-of-access.ts'
import { accountsWords } from './account-words.ts'
import type { Given } from './GivenPassword.tsx'

interface Props {
  row: AccountRow
  onGiven(given: Given): void
}

export function AccountMenu({ row: { username, disabled, ssoSubject }, onGiven }: Props) {
  const say = useWords(accountsWords)
  const { message, modal } = App.useApp()
  const [linking, setLinking] = useState(false)
  const said = { onError: (problem: Error) => void message.error(problem.message) }
  const disable = useCommand('POST /accounts/:username/disable')
  const enable = useCommand('POST /accounts/:username/enable')
  const reset = useCommand('POST /accounts/:username/reset')
  const endSessions = useCommand('DELETE /accounts/:username/sessions')
  const sure = (title: string, act: () => void) =>
    modal.confirm({ title: `${title}: ${username}?`, okText: title, onOk: act })
  const give = (secondFactor: boolean) =>
    reset.mutate({ username, secondFactor }, { ...said, onSuccess: onGiven })
  const items = [
    { key: 'reset', label: say.reset, onClick: () => sure(say.reset, () => give(false)) },
    {
      key: 'factor',
      label: say.resetFactor,
      onClick: () => sure(say.resetFactor, () => give(true)),
    },
    {
      key: 'sessions',
      label: say.endSessions,
      onClick: () => endSessions.mutate({ username }, said),
    },
    { key: 'link', label: say.link, onClick: () => setLinking(true) },
    { type: 'divider' as const },
    disabled
      ? { key: 'enable', label: say.enable, onClick: () => enable.mutate({ username }, said) }
      : {
          key: 'disable',
          label: say.disable,
          danger: true,
          onClick: () => sure(say.disable, () => disable.mutate({ username }, said)),
        },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button type="text" icon={<MoreOutlined />} aria-label={`${say.more} ${username}`} />
      </Dropdown>
      {linking ? (
        <LinkAccount username={username} subject={ssoSubject} onClose={() => setLinking(false)} />
      ) : null}
    </>
  )
}

interface LinkProps {
  username: string
  subject: string | null
  onClose(): void
}

function LinkAccount({ username, subject, onClose }: LinkProps) {
  const say = useWords(accountsWords)
  const { message } = App.useApp()
  const [typed, setTyped] = useState(subject ?? '')
  const link = useCommand('POST /accounts/:username/link')
  const save = () =>
    link.mutate(
      { username, subject: typed || null },
      { onSuccess: onClose, onError: (problem) => void message.error(problem.message) },
    )
  return (
    <Modal
      open
      title={`${say.link}: ${username}`}
      okText={say.save}
      cancelText={say.cancel}
      onOk={save}
      onCancel={onClose}
      confirmLoading={link.isPending}
    >
      <p style={{ marginBottom: 8 }}>{say.subject}</p>
      <Input
        aria-label={say.subject}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </Modal>
  )
}
