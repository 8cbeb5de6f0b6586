import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, Refused } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import type { FactSection } from '#web/lib/shapes-of-record.ts'

interface Opened {
  reason: string
  sections: FactSection[]
}

export type OpenedGroups = ReturnType<typeof useOpenedGroups>

/** Restricted groups opened on this page; their values live here only and leave with the page. */
export function useOpenedGroups(id: number) {
  const client = useQueryClient()
  const { asOf } = useAsOf()
  const [opened, setOpened] = useState<Record<string, Opened>>({})
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState<string>()
  const open = async (group: string, reason: string) => {
    setBusy(group)
    try {
      const asked = { id, group: group as 'family', reason, asOf }
      const { sections } = await ask('POST /cadres/:id/restricted/:group', asked)
      setOpened((before) => ({ ...before, [group]: { reason, sections } }))
      setRefused((before) => ({ ...before, [group]: '' }))
      void client.invalidateQueries({ queryKey: ['GET /cadres/:id/log'] })
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      setRefused((before) => ({ ...before, [group]: problem.message }))
    } finally {
      setBusy(undefined)
    }
  }
  return {
    opened,
    refused,
    busy,
    open,
    /** After a change, for the reason already given. */
    again: (group: string) => open(group, opened[group]?.reason ?? ''),
    close: (group: string) => setOpened(({ [group]: _, ...others }) => others),
  }
}
