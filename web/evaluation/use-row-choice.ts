import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { OnSheet } from './shapes.ts'

/** Which row the keys work on, and which is open; the open one is in the address. */
export function useRowChoice(people: OnSheet[]) {
  const { mo: open } = useSearch({ from: '/inside/danh-gia/$ky/$donvi' })
  const navigate = useNavigate({ from: '/danh-gia/$ky/$donvi' })
  const [at, setAt] = useState(() => people.findIndex(({ evaluationId }) => evaluationId === open))
  const choose = (index: number) => {
    const kept = Math.max(0, Math.min(people.length - 1, index))
    setAt(kept)
    const row = people[kept]
    if (row)
      document.getElementById(`row-${row.evaluationId}`)?.scrollIntoView({ block: 'nearest' })
  }
  const indexOf = ({ evaluationId }: OnSheet) =>
    people.findIndex((one) => one.evaluationId === evaluationId)
  return {
    open,
    chosen: people[at],
    /** The keyboard comes in: some row must be the one it works on. */
    enter: () => {
      if (at < 0) setAt(0)
    },
    move: (steps: number) => choose(at + steps),
    choose: (person: OnSheet) => choose(indexOf(person)),
    toggle: (person: OnSheet) => {
      setAt(indexOf(person))
      const mo = open === person.evaluationId ? undefined : person.evaluationId
      void navigate({
        search: (before) => ({ ...before, mo }),
        replace: true,
        resetScroll: false,
      })
    },
  }
}

export type RowChoice = ReturnType<typeof useRowChoice>
