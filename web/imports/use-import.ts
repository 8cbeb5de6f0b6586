import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask, Refused, randomMark } from '#web/lib/api.ts'
import type { ImportOutcome, ImportPreview } from '#web/lib/shapes-of-imports.ts'

export interface Decided {
  field: string
  text: string
  to: string | null
  at?: string
  remember: boolean
  /** What the answer is called; the server needs only `to`. */
  label: string
}

export interface Choice {
  mapping: Record<string, string | null>
  decisions: Decided[]
  updates: { all: boolean; fields: string[]; only: string[]; except: string[] }
  oldText?: 'tcvn3' | 'vni' | 'none'
  unitId?: number
  /** Which tables of the file are read and whose people they list; unset, as the server sees fit. */
  tables?: { table: string; read: boolean; unitId: number | null }[]
  /** Add units the list names and the province lacks; unset, only a province without units gets them. */
  createUnits?: boolean
  show?: string
}

const UNDECIDED: Choice = {
  mapping: {},
  decisions: [],
  updates: { all: false, fields: [], only: [], except: [] },
}

export interface Working {
  ticket: string
  kind: 'preview' | 'write'
}

export type Import = ReturnType<typeof useImport>

/** One file on its way into the records: previewed as often as needed, written once. */
export function useImport() {
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [choice, setChoice] = useState<Choice>(UNDECIDED)
  const [preview, setPreview] = useState<ImportPreview>()
  const [outcome, setOutcome] = useState<ImportOutcome>()
  const [working, setWorking] = useState<Working>()
  const [refused, setRefused] = useState<string>()
  const latest = useRef('')

  const run = async <T>(kind: Working['kind'], work: (ticket: string) => Promise<T>) => {
    // Nobody else can ask about this work: the ticket is the permission.
    const ticket = randomMark()
    latest.current = ticket
    setWorking({ ticket, kind })
    setRefused(undefined)
    try {
      const answer = await work(ticket)
      return latest.current === ticket ? answer : undefined
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      if (latest.current === ticket) setRefused(problem.message)
      return undefined
    } finally {
      if (latest.current === ticket) setWorking(undefined)
    }
  }
  const look = async (chosen: File, next: Choice) => {
    setChoice(next)
    const answer = await run('preview', (ticket) =>
      ask('POST /imports/preview', { file: chosen, ...next, ticket }),
    )
    if (answer) setPreview(answer)
  }
  const open = (chosen: File) => {
    setFile(chosen)
    setPreview(undefined)
    setOutcome(undefined)
    void look(chosen, UNDECIDED)
  }
  const change = (next: Partial<Choice>) => {
    if (file) void look(file, { ...choice, ...next })
  }
  const write = async () => {
    if (!file) return
    const { show: _, ...said } = choice
    const answer = await run('write', (ticket) => ask('POST /imports', { file, ...said, ticket }))
    if (!answer) return
    setOutcome(answer)
    await client.invalidateQueries()
  }
  const leave = () => {
    latest.current = ''
    setFile(undefined)
    setPreview(undefined)
    setOutcome(undefined)
    setRefused(undefined)
    setWorking(undefined)
  }
  return { file, choice, preview, outcome, working, refused, open, change, write, leave }
}
