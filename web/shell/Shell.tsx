import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { Suspense, useEffect, useRef, useState } from 'react'
import { provinceName } from '#web/lib/format.ts'
import { useWords, wordsOf } from '#web/lib/language.ts'
import { mayOf, useMe } from '#web/lib/session.ts'
import { Account } from './Account.tsx'
import { AsOfControl } from './AsOfControl.tsx'
import { Menu } from './Menu.tsx'
import { QuickFind } from './QuickFind.tsx'

const words = wordsOf(
  {
    skip: 'Đến nội dung chính',
    home: 'Ngang Tầm, về trang đầu',
    demonstration: 'Dữ liệu minh họa',
    menu: 'Mở danh mục',
    close: 'Đóng danh mục',
  },
  {
    skip: 'Skip to the main content',
    home: 'Ngang Tầm, to the first page',
    demonstration: 'Demonstration data',
    menu: 'Open the menu',
    close: 'Close the menu',
  },
)

/** Everything around a page: who, where, at which date, and the way to the other pages. */
export function Shell() {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const main = useFocusOnNewPage()
  return (
    <>
      <a className="skip" href="#content">
        {say.skip}
      </a>
      <Header onMenu={() => setOpen(true)} />
      <div className="wrap">
        <div className="side">
          <Menu />
        </div>
        <main id="content" ref={main} tabIndex={-1}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={280}
        title="Ngang Tầm"
        closable={{ 'aria-label': say.close }}
        styles={{ body: { padding: 0 } }}
      >
        <Menu onGo={() => setOpen(false)} />
      </Drawer>
    </>
  )
}

function Header({ onMenu }: { onMenu: () => void }) {
  const say = useWords(words)
  const me = useMe()
  const { province } = me
  // Who keeps accounts only has no figures to date and nothing to find.
  const reads = ['cadres.file', 'organisation.tree'].some((operation) => mayOf(me, operation))
  return (
    <header className="top">
      <Button
        className="only-phone"
        type="text"
        icon={<MenuOutlined />}
        aria-label={say.menu}
        onClick={onMenu}
      />
      <Link to="/" className="brand only-desk" aria-label={say.home}>
        <img src="/mark.svg" alt="" />
        Ngang Tầm
      </Link>
      <div className="province">
        {provinceName(province.name)}
        {province.demonstration ? <small>{say.demonstration}</small> : null}
      </div>
      {reads ? <AsOfControl /> : null}
      {reads ? <QuickFind /> : null}
      <Account />
    </header>
  )
}

/** A new page starts at its top, for eyes and for a screen reader alike. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  const first = useRef(path)
  useEffect(() => {
    if (first.current === path) return
    first.current = path
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [path])
  return main
}
