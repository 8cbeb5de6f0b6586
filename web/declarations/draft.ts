import { useState } from 'react'
import { useMe } from '#web/lib/session.ts'
import type { Act, Values } from '#web/lib/shapes-of-record.ts'

/** One change declared and not yet sent. */
export interface Drafted {
  section: string
  act: Act
  rowId?: number
  /** What names the fact, for the reader of the draft. */
  head: string
  values: Values
  documentId?: number
  documentName?: string
}

const DRAFTS = 'ngangtam.draft.'

/** Kept in this browser only, until it is sent or the reader signs out: nobody else reads a draft. */
export function useDraft() {
  const { province, cadreId } = useMe()
  const key = `${DRAFTS}${province.code}.${cadreId}`
  const [drafted, setDrafted] = useState<Drafted[]>(() => read(key))
  const keep = (changes: Drafted[]) => {
    setDrafted(changes)
    if (changes.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(changes))
  }
  return {
    drafted,
    /** A second word on the same fact takes the place of the first. */
    add: (change: Drafted) =>
      keep([
        ...drafted.filter(
          (one) =>
            change.rowId === undefined ||
            one.section !== change.section ||
            one.rowId !== change.rowId,
        ),
        change,
      ]),
    remove: (place: number) => keep(drafted.filter((_, index) => index !== place)),
    clear: () => keep([]),
  }
}

function read(key: string): Drafted[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

/** The next person at this device finds nothing. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(DRAFTS)) localStorage.removeItem(key)
}
