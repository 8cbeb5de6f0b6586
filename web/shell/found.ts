import type { LinkProps } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { searchable } from '#server/kernel/text.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useMay } from '#web/lib/session.ts'

export interface Found {
  kind: 'person' | 'unit' | 'target'
  key: string
  name: string
  says: string
  link: LinkProps
}

const AT_MOST = 8

/** What matches the letters typed: people asked of the server, units and targets already here. */
export function useFound(typed: string): { found: Found[]; settled: boolean } {
  const { asOf } = useAsOf()
  const wanted = useSettled(searchable(typed))
  const enabled = wanted.length >= 2
  const may = {
    people: useMay('cadres.list'),
    units: useMay('organisation.tree'),
    targets: useMay('directives.targets'),
  }
  const people = useAnswer(
    'GET /cadres',
    { asOf, q: wanted, limit: AT_MOST },
    { enabled: enabled && may.people },
  )
  const units = useAnswer('GET /units', { asOf }, { enabled: enabled && may.units })
  const targets = useAnswer('GET /targets', { asOf }, { enabled: enabled && may.targets })
  if (!enabled) return { found: [], settled: false }
  const matches = (text: string) => searchable(text).includes(wanted)
  const found: Found[] = [
    ...(people.data?.rows ?? []).map((row) => ({
      kind: 'person' as const,
      key: String(row.id),
      name: row.fullName,
      says: [row.title, row.unitName].filter(Boolean).join(' · '),
      link: { to: '/ho-so/$id', params: { id: String(row.id) } } as const,
    })),
    ...(units.data?.rows ?? [])
      .filter((unit) => matches(unit.name))
      .slice(0, AT_MOST)
      .map((unit) => ({
        kind: 'unit' as const,
        key: String(unit.id),
        name: unit.name,
        says: '',
        link: { to: '/to-chuc', search: { 'don-vi': unit.id } } as const,
      })),
    ...(targets.data?.targets ?? [])
      .filter((target) => matches(`${target.id} ${target.label} ${target.cite}`))
      .slice(0, AT_MOST)
      .map((target) => ({
        kind: 'target' as const,
        key: target.id,
        name: `${target.id} · ${target.label}`,
        says: target.cite,
        link: { to: '/chi-tieu', search: { mo: target.id } } as const,
      })),
  ]
  return { found, settled: !people.isFetching }
}

/** The letters once the fingers rest, so that not every key asks the server. */
export function useSettled(text: string, wait = 180): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), wait)
    return () => clearTimeout(timer)
  }, [text, wait])
  return settled
}
