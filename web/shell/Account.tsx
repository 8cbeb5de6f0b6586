import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { forgetDrafts } from '#web/declarations/draft.ts'
import { ask } from '#web/lib/api.ts'
import { initials } from '#web/lib/format.ts'
import { speak, useLanguage, useWords, wordsOf } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'

const words = wordsOf(
  { own: 'Tài khoản của tôi', out: 'Đăng xuất', other: 'English' },
  { own: 'My account', out: 'Sign out', other: 'Tiếng Việt' },
)

export function Account() {
  const say = useWords(words)
  const language = useLanguage()
  const me = useMe()
  const position = me.position ?? me.roleLabel
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await ask('POST /sign-out', {})
    forgetDrafts()
    client.clear()
    await navigate({ to: '/dang-nhap' })
  }
  const items = [
    { key: 'name', label: `${me.displayName} · ${me.roleLabel}`, disabled: true },
    { type: 'divider' as const },
    { key: 'own', label: say.own, onClick: () => navigate({ to: '/tai-khoan-cua-toi' }) },
    { key: 'language', label: say.other, onClick: () => speak(language === 'vi' ? 'en' : 'vi') },
    { key: 'out', label: say.out, onClick: leave },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="who">
        <span className="initials" aria-hidden>
          {initials(me.displayName)}
        </span>
        <span>
          {me.displayName}
          <small>{position}</small>
        </span>
      </button>
    </Dropdown>
  )
}
