import { z } from 'zod'
import { query } from '#server/kernel/operation.ts'
import { KINDS } from './kinds.ts'
import {
  clauseOf,
  dueBetween,
  dueCounts,
  dueInput,
  periodOf,
  unknownDue,
  whyOf,
} from './question.ts'

const period = { asOf: z.string(), from: z.string(), to: z.string() }

/** Each due date with its person, its clause and its arithmetic. */
export const dueList = query({
  name: 'due.list',
  input: dueInput,
  output: z.object({
    ...period,
    kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
    rows: z.array(
      z.object({
        kind: z.string(),
        kindLabel: z.string(),
        date: z.string(),
        days: z.number(),
        /** Still to be done though its day has passed. */
        overdue: z.boolean(),
        /** How many are meant; one, unless the line speaks of a round. */
        people: z.number(),
        cadreId: z.number().nullable(),
        person: z.string().nullable(),
        title: z.string().nullable(),
        unitName: z.string().nullable(),
        clause: z.string(),
        why: z.string(),
      }),
    ),
    unknown: z.array(
      z.object({
        kind: z.string(),
        kindLabel: z.string(),
        says: z.string(),
        people: z.number(),
        cadreIds: z.array(z.number()),
      }),
    ),
  }),
  async run(ctx, input) {
    const asked = await periodOf(ctx, input)
    const { asOf, from, to, rules } = asked
    const found = await dueBetween(ctx, asked)
    return {
      asOf,
      from,
      to,
      kinds: Object.entries(KINDS).map(([kind, { label }]) => ({ kind, label })),
      rows: found.map((one) => ({
        kind: one.kind,
        kindLabel: KINDS[one.kind].label,
        date: one.date,
        days: one.days,
        overdue: one.overdue,
        people: one.people,
        cadreId: one.cadreId,
        person: one.fullName,
        title: one.title,
        unitName: one.unitName,
        clause: clauseOf(one, rules),
        why: whyOf(one, rules),
      })),
      unknown: (await unknownDue(ctx, asked)).map((one) => ({
        ...one,
        kindLabel: KINDS[one.kind].label,
        says: KINDS[one.kind].unknown?.says ?? '',
      })),
    }
  },
})

/** How many of each kind, and when the first: what the overview shows. */
export const dueSummary = query({
  name: 'due.counts',
  input: dueInput,
  output: z.object({
    ...period,
    rows: z.array(
      z.object({
        kind: z.string(),
        kindLabel: z.string(),
        people: z.number(),
        /** Of them, whose day has passed. */
        overdue: z.number(),
        first: z.string(),
        days: z.number(),
      }),
    ),
  }),
  async run(ctx, input) {
    const asked = await periodOf(ctx, input)
    const { asOf, from, to } = asked
    const rows = (await dueCounts(ctx, asked)).map((row) => ({
      ...row,
      kindLabel: KINDS[row.kind].label,
    }))
    return { asOf, from, to, rows }
  },
})
