import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ask, Refused } from '#web/lib/api.ts'
import type { SignInProgress } from '#web/lib/shapes.ts'

/** Walks through the steps of a sign-in and goes back to the page that was asked for. */
export function useSignIn() {
  const client = useQueryClient()
  const router = useRouter()
  const { ve, loi } = useSearch({ from: '/dang-nhap' })
  const [awaits, setAwaits] = useState<SignInProgress['awaits']>()
  const [codes, setCodes] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ says: string; waits: boolean } | undefined>(
    loi ? { says: loi, waits: false } : undefined,
  )
  useEffect(() => {
    // A sign-on by a provider comes back here when it still needs the second factor.
    ask('GET /sign-in/step', {}).then(
      (step) => setAwaits(step.awaits ?? undefined),
      () => undefined,
    )
  }, [])
  const goOn = async () => {
    client.clear()
    await router.invalidate()
    router.history.push(ve ?? '/')
  }
  const take = async (step: () => Promise<SignInProgress>) => {
    setBusy(true)
    setRefused(undefined)
    try {
      const progress = await step()
      if (progress.recoveryCodes) setCodes(progress.recoveryCodes)
      else if (progress.signedIn) await goOn()
      setAwaits(progress.signedIn ? undefined : progress.awaits)
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      setRefused({ says: problem.message, waits: hasToWait(problem) })
    } finally {
      setBusy(false)
    }
  }
  const startAgain = () => {
    setAwaits(undefined)
    setRefused(undefined)
  }
  return {
    awaits,
    codes,
    busy,
    refused: refused?.says,
    waits: refused?.waits,
    ve,
    take,
    goOn,
    startAgain,
  }
}

const hasToWait = ({ details }: Refused) =>
  typeof details === 'object' && details !== null && 'waitSeconds' in details

export type SignIn = ReturnType<typeof useSignIn>
