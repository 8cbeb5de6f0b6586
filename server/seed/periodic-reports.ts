import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { advanceIds, type Database, type Db, insertRows } from '#server/kernel/database.ts'
import { type Assigned, assignedOn, gatheredBy } from '#server/periodic-reports/assigned.ts'
import { withoutNumbers } from '#server/periodic-reports/content.ts'
import { add } from '#server/tasks/add-entry.ts'
import { contextOn } from './context-on.ts'
import { plusDays } from './days.ts'
import type { ProvinceFile } from './province-file.ts'
import { type Random, randomFrom } from './random.ts'
import { type Kept, signWhole } from './report-signed.ts'
import { wordsFor } from './report-words.ts'

/** Days before the one a province opens at whose periods are lived too. */
const EARLIER: Record<string, string[]> = {
  'ben-tre': [],
  'lang-son': [],
  'quang-binh': ['2023-12-31'],
}

interface Step {
  kind: 'opened' | 'submitted' | 'returned' | 'accepted'
  on: string
}

/** What past periods left behind, as their tasks tell it, and the last one under way. */
export async function writePeriodicReports(database: Database, trx: Db, file: ProvinceFile) {
  const { code, looks_at } = file
  const earlier = EARLIER[code]
  if (!earlier) return
  const random = randomFrom(`reports ${code}`)
  const told = await toldByTasks(trx)
  const kept: Kept[] = []
  let place = 0
  const known = new Map<string, Assigned>()
  const untouched = new Set(file.accounts.map(({ unit }) => unit))
  for (const day of [...earlier, looks_at]) {
    const ctx = contextOn(database, trx, file, day)
    // The unit of a demonstration account is left to whoever signs in with it.
    const open = (one: Assigned) =>
      untouched.has(one.unit.code) ? [] : underWay(ctx, one, place++)
    for (const one of await assignedOn(ctx, day)) {
      const key = keyOf(one)
      if (known.has(key)) continue
      known.set(key, one)
      const isOpen = one.due === null ? day === looks_at : one.due >= looks_at
      if (one.report.gathers) continue
      const steps = told.get(key) ?? (isOpen ? await open(one) : lived(one, random))
      if (steps.length > 0) kept.push(written(kept.length + 1, one, steps, random))
    }
  }
  await insertRows(trx, 'periodic_report', kept.map(rowOf))
  await insertRows(trx, 'periodic_report_step', kept.flatMap(stepsOf))
  await advanceIds(trx, ['periodic_report'])
  const ctx = contextOn(database, trx, file, looks_at)
  const all = [...known.values()]
  const last = lastWhole(all, looks_at)
  if (last) await signWhole(ctx, last, kept, gatheredBy(last, all))
}

/** The consolidated report of the last period that is over. */
const lastWhole = (all: readonly Assigned[], on: string): Assigned | undefined =>
  all
    .filter(({ report, due, period }) => report.gathers && (due ?? `${period}-12-31`) < on)
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .at(-1)

const keyOf = ({ report, unit, period }: Assigned) => [report.task, unit.id, period].join('|')

/** The days on which the task a report rests on was handed in, sent back, accepted. */
async function toldByTasks(trx: Db): Promise<Map<string, Step[]>> {
  const { rows } = await sql<{ key: string } & Step>`
    select concat_ws('|', task, unit_id, period) as key, on_day::text as "on",
      case kind when 'submission' then 'submitted' when 'return' then 'returned' else 'accepted' end as kind
    from task_entry where kind in ('submission', 'return', 'acceptance') and period <> ''
    order by on_day, id`.execute(trx)
  const told = Map.groupBy(rows, ({ key }) => key)
  return new Map(
    [...told].map(([key, steps]) => [key, [opening(steps[0]?.on ?? ''), ...steps]] as const),
  )
}

const opening = (handed: string): Step => ({ kind: 'opened', on: plusDays(handed, -9) })

/** A period of a task that is never over: mostly taken in before the year ended. */
function lived({ period, held }: Assigned, random: Random): Step[] {
  if (held.task.due !== 'lasting') return []
  const handed = plusDays(`${period}-10-20`, random.int(0, 40))
  if (random.chance(0.08)) return []
  const steps: Step[] = [opening(handed), { kind: 'submitted', on: handed }]
  if (random.chance(0.92)) steps.push({ kind: 'accepted', on: plusDays(handed, 5) })
  return steps
}

/** How far the agencies are with the last period, one after the other; most have not begun. */
const PROGRESS = ['accepted', null, 'submitted', null, 'opened', null, null, 'returned', null]

/** Some have begun, some handed in; the task each rests on is told as the product does. */
async function underWay(ctx: Context, { held, unit }: Assigned, place: number): Promise<Step[]> {
  const now = PROGRESS[place % PROGRESS.length]
  if (!now || held.submission !== null) return []
  const handed = plusDays(ctx.today, -6 - (place % 6))
  if (now === 'opened') return [opening(handed)]
  const steps: Step[] = [opening(handed), { kind: 'submitted', on: handed }]
  const verdict = now === 'returned' || now === 'accepted' ? now : null
  const decided = plusDays(handed, 4)
  if (verdict) steps.push({ kind: verdict, on: decided })
  if (held.task.due === 'lasting') return steps
  const clerk = { ...ctx.actor, name: `van-thu-${unit.code}`, displayName: `Văn thư ${unit.name}` }
  const says = `Gửi: ${held.task.product}.`
  const sent = await add({ ...ctx, actor: clerk }, held, { kind: 'submission', on: handed, says })
  if (!verdict) return steps
  const kind = verdict === 'returned' ? 'return' : 'acceptance'
  await add(ctx, held, { kind, on: decided, says: SAYS[verdict], answers: sent.id })
  return steps
}

const SAYS = {
  opened: '',
  submitted: '',
  returned: 'Chưa nêu nguyên nhân của chỉ tiêu chưa đạt.',
  accepted: 'Đã nhận báo cáo.',
}

function written(id: number, assigned: Assigned, steps: Step[], random: Random): Kept {
  const handed = steps.find(({ kind }) => kind === 'submitted')?.on ?? null
  const texts = wordsFor(assigned.report.sections, random, handed === null)
  return {
    ...{ id, assigned, steps, texts, handed },
    content: handed === null ? null : withoutNumbers(assigned, texts, handed),
  }
}

const rowOf = ({ id, assigned, texts, handed, content }: Kept) => ({
  ...{ id, report: assigned.report.id, unit_id: assigned.unit.id, period: assigned.period },
  ...{ texts, stated: {}, counted_on: handed, content },
})

const stepsOf = ({ id, assigned: { unit }, steps }: Kept) =>
  steps.map(({ kind, on }) => {
    const decides = kind === 'accepted' || kind === 'returned'
    return {
      ...{ report_id: id, kind, on_day: on, says: SAYS[kind] },
      by_name: decides ? 'Cơ quan theo dõi' : `Văn thư ${unit.name}`,
      account_name: decides ? 'tinh' : `van-thu-${unit.code}`,
      entered_at: `${on}T10:00:00+07:00`,
    }
  })
