import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAsOf } from '#web/lib/as-of.ts'
import type { CadreFilter, CadreSort } from '#web/lib/shapes-of-cadres.ts'
import type { Sort } from '#web/ui/columns.ts'

export type ListQuestion = CadreFilter & { sort?: CadreSort; descending?: boolean }

/** The filters as the address spells them, and as the server is asked. */
export function useListAddress() {
  const address = useSearch({ from: '/inside/ho-so' })
  const { asOf } = useAsOf()
  const navigate = useNavigate({ from: '/ho-so' })
  const narrow = (change: Partial<typeof address>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const asked = useMemo<ListQuestion>(() => {
    const sort = sortOf(address.xep)
    return {
      asOf,
      q: address.tim,
      unitId: address['don-vi'],
      sex: address.gioi as ListQuestion['sex'],
      rank: address.chuc as ListQuestion['rank'],
      managedBy: address.dien as ListQuestion['managedBy'],
      degree: address['trinh-do'] as ListQuestion['degree'],
      employment: address.loai as ListQuestion['employment'],
      gap: address.thieu as ListQuestion['gap'],
      ageFrom: address['tu-tuoi'],
      ageTo: address['den-tuoi'],
      retiresWithin: address['nghi-trong'],
      ...(sort ? { sort: sort.key as CadreSort, descending: sort.descending } : {}),
    }
  }, [address, asOf])
  return { address, narrow, asked, sort: sortOf(address.xep) }
}

/** `xep=-since`: by a column, from its end with a dash. */
export function sortOf(xep: string | undefined): Sort | undefined {
  if (!xep) return undefined
  return { key: xep.replace(/^-/, ''), descending: xep.startsWith('-') }
}

export const spell = (sort: Sort | undefined) =>
  sort ? `${sort.descending ? '-' : ''}${sort.key}` : undefined
