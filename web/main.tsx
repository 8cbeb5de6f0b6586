import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/latin-600.css'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-600.css'
import './ui/styles/tokens.css'
import './ui/styles/menu.css'
import './ui/styles/shell.css'
import './ui/styles/labels.css'
import './ui/styles/blocks.css'
import './ui/styles/bars.css'
import './ui/styles/tables.css'
import './ui/styles/screens.css'
import './ui/styles/pyramid.css'
import './ui/styles/overview.css'
import './ui/styles/organisation.css'
import './ui/styles/exams.css'
import './ui/styles/forms.css'
import './ui/styles/reorganisations.css'
import './ui/styles/sheet.css'
import './ui/styles/imports.css'
import './ui/styles/targets.css'
import './ui/styles/records.css'
import './ui/styles/facts.css'
import './ui/styles/accounts.css'
import './ui/styles/due.css'
import './ui/styles/publicity.css'
import './ui/styles/tasks.css'
import './ui/styles/evaluation.css'
import './ui/styles/review.css'
import './ui/styles/own-evaluation.css'
import './ui/styles/small-and-print.css'
import 'dayjs/locale/vi.js'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { antdLocales } from './lib/antd-locale.ts'
import { Refused } from './lib/api.ts'
import { useLanguage } from './lib/language.ts'
import { usePhone, useStill } from './lib/screen.ts'
import { tree } from './pages.tsx'
import { themeFor } from './ui/theme.ts'

const client = new QueryClient({
  queryCache: new QueryCache({ onError: toTheDoor }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, problem) =>
        failures < 2 && problem instanceof Refused && problem.kind === 'unreachable',
    },
  },
})

export const router = createRouter({
  routeTree: tree,
  context: { client },
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** A session that ended leads to the door, and from there back to the same page. */
function toTheDoor(problem: Error): void {
  if (!(problem instanceof Refused) || problem.kind !== 'unauthenticated') return
  const { pathname, href } = router.state.location
  if (pathname === '/dang-nhap') return
  void router.navigate({ to: '/dang-nhap', search: { ve: href } })
}

function NgangTam() {
  const language = useLanguage()
  return (
    <ConfigProvider
      theme={themeFor({ phone: usePhone(), still: useStill() })}
      locale={antdLocales[language]}
    >
      <App message={{ maxCount: 2, top: 60 }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

const root = document.getElementById('app')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <NgangTam />
    </StrictMode>,
  )
}
