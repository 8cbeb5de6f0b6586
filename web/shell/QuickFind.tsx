import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useWords, wordsOf } from '#web/lib/language.ts'
import { type Found, useFound } from './found.ts'

const words = wordsOf(
  {
    prompt: 'Tìm người, đơn vị, chỉ tiêu…',
    title: 'Tìm nhanh',
    person: 'Người',
    unit: 'Đơn vị',
    target: 'Chỉ tiêu',
    nothing: 'Không thấy ai hay nơi nào khớp. Hãy thử ít chữ hơn; gõ không dấu cũng được.',
    start: 'Gõ từ hai chữ trở lên. Mũi tên để chọn, Enter để mở.',
  },
  {
    prompt: 'Find people, units, targets…',
    title: 'Quick find',
    person: 'Person',
    unit: 'Unit',
    target: 'Target',
    nothing: 'Nothing matches. Try fewer letters; diacritics are not needed.',
    start: 'Type two letters or more. Arrows to choose, Enter to open.',
  },
)

/** Ctrl+K anywhere: a person, a unit or a target by a few letters, with or without diacritics. */
export function QuickFind() {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className="find"
        onClick={() => setOpen(true)}
        aria-label={`${say.prompt} Ctrl K`}
      >
        <SearchOutlined aria-hidden />
        <span>{say.prompt}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={say.title}
        footer={null}
        destroyOnHidden
        width={560}
        style={{ top: 72 }}
      >
        <FindBox onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function FindBox({ onDone }: { onDone: () => void }) {
  const say = useWords(words)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { found, settled } = useFound(typed)
  const navigate = useNavigate()
  const go = (hit: Found | undefined) => {
    if (!hit) return
    onDone()
    void navigate(hit.link)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((before) => Math.max(0, Math.min(found.length - 1, before + step)))
    }
    if (event.key === 'Enter') go(found[at])
  }
  return (
    <>
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="found"
        aria-activedescendant={found[at] ? `found-${at}` : undefined}
        aria-label={say.prompt}
        placeholder={say.prompt}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div id="found" className="found" role="listbox" aria-label={say.title}>
        {found.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the box above.
          <div
            key={`${hit.kind}-${hit.key}`}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => go(hit)}
          >
            <span className="third small">{say[hit.kind]}</span>
            <span>
              {hit.name}
              <small className="second">{hit.says}</small>
            </span>
          </div>
        ))}
      </div>
      {found.length > 0 ? null : (
        <p className="second small" style={{ padding: '10px 4px' }} role="status">
          {settled ? say.nothing : say.start}
        </p>
      )}
    </>
  )
}
