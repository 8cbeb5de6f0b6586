import { sql } from 'kysely'
import { z } from 'zod'
import { RATING_LEVELS, TENURE_ENTRIES } from '#server/cadres/code-lists.ts'
import type { LivePart } from '#server/directives/report-shape.ts'
import { targetStates } from '#server/directives/targets.ts'
import { type CodeList, labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { streamlining } from '#server/reorganisations/streamlining.ts'
import { type Assignment, assignmentsOn } from '#server/tasks/assignments.ts'
import { STATES } from '#server/tasks/state.ts'
import { demand } from './demand.ts'

export const tableShape = z.object({
  headings: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** The one number of the part (LIVE_PARTS says of what). */
  total: z.number(),
  note: z.string(),
})

export type LiveTable = z.output<typeof tableShape>

/** Whose numbers: one unit with all below it, or the whole province. */
export interface Whose {
  unitId: number | null
  directive: string
  since: string
  asOf: string
}

type Count = (ctx: Context, whose: Whose) => Promise<LiveTable>

export const livePart = (ctx: Context, part: LivePart, whose: Whose): Promise<LiveTable> =>
  COUNTS[part](ctx, whose)

/** People whose main post is in the unit or below it on a day. */
export const servingIn = ({ unitId }: Whose, on: string) => sql`tenure t
  join unit u on u.id = t.unit_id ${
    unitId === null
      ? sql``
      : sql`join unit top on top.id = ${unitId}::integer and u.tree_from between top.tree_from and top.tree_to`
  }
  where t.holding = 'main' and t.during @> ${on}::date`

const targets: Count = async (ctx, { unitId, directive, asOf }) => {
  const { targets: all } = await targetStates(ctx, { asOf, ...(unitId !== null && { unitId }) })
  const own = all.filter((one) => one.directive === directive && one.base > 0)
  const said = { met: 'Đạt', not_met: 'Chưa đạt', unknown: 'Chưa đủ căn cứ' }
  const percent = (share: number) => `${(share * 100).toFixed(1).replace('.', ',')}%`
  const isCount = ({ measure }: (typeof own)[number]) => measure === 'count'
  return {
    headings: ['Mã', 'Chỉ tiêu', 'Mức phải đạt', 'Kết quả', 'Chưa rõ', 'Trạng thái'],
    rows: own.map((one) => [
      one.id,
      one.label,
      `${one.comparison === 'at_least' ? '≥' : '≤'} ${isCount(one) ? one.threshold : percent(one.threshold)}`,
      `${one.counted}/${one.base}${one.share === null || isCount(one) ? '' : ` (${percent(one.share)})`}`,
      one.unknown,
      said[one.state],
    ]),
    total: own.filter(({ state }) => state === 'met').length,
    note: 'Hồ sơ chưa ghi thì tính là chưa rõ, không tính là không đạt.',
  }
}

const tasks: Count = async (ctx, { unitId, directive, asOf }) => {
  const all = (await assignmentsOn(ctx, { on: asOf })).filter(
    ({ text, unit, state }) =>
      text.id === directive && state !== 'waiting' && (unitId === null || unit?.id === unitId),
  )
  const rows = [...Map.groupBy(all, ({ task }) => task.id)].map(([id, held]) => [
    id,
    held[0]?.task.label ?? '',
    held.length === 1 ? dayOf(held[0]) : `${held.length} lượt giao`,
    standingOf(held),
  ])
  return {
    headings: ['Mã', 'Nhiệm vụ', 'Hạn', 'Trạng thái'],
    rows,
    total: all.filter(({ state }) => state === 'accepted').length,
    note: '',
  }
}

const dayOf = (one: Assignment | undefined) => (one?.due ? inVietnamese(one.due) : 'không ghi hạn')

function standingOf(held: readonly Assignment[]): string {
  const counts = [...Map.groupBy(held, ({ state }) => state)]
  if (held.length === 1) return counts.map(([state]) => STATES[state].label).join('')
  return counts.map(([state, { length }]) => `${STATES[state].label}: ${length}`).join('; ')
}

/** Codes with how many, in words; the total below what was counted. */
function counted(list: CodeList, heading: string, what: string, note: string, rows: Counted[]) {
  const total = rows.reduce((sum, { people }) => sum + people, 0)
  return {
    headings: [heading, what],
    rows:
      rows.length === 0
        ? []
        : [
            ...rows.map(({ code, people }) => [labelOf(list, code) ?? code, people]),
            ['Tổng số', total],
          ],
    total,
    note,
  }
}

interface Counted {
  code: string
  people: number
}

const evaluation: Count = async ({ db }, whose) => {
  const { asOf } = whose
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) < '12-31' ? 1 : 0)
  const { rows } = await sql<Counted>`select r.level as code, count(*)::int as people
    from rating r where r.year = ${year} and (r.decided_on is null or r.decided_on <= ${asOf}::date)
      and r.cadre_id in (select t.cadre_id from ${servingIn(whose, asOf)})
    group by 1 order by array_position(${Object.keys(RATING_LEVELS)}::text[], r.level)`.execute(db)
  const note = `Xếp loại năm ${year} của người đang công tác ngày ${inVietnamese(asOf)}.`
  return counted(RATING_LEVELS, 'Mức xếp loại', 'Số người', note, rows)
}

const appointments: Count = async ({ db }, whose) => {
  const { since, asOf } = whose
  const { rows } = await sql<Counted>`select a.entry as code, count(*)::int as people
    from tenure a join unit u on u.id = a.unit_id
    where a.holding = 'main' and a.entry in ('appointment', 'reappointment', 'transfer', 'rotation',
        'term_posting', 'nomination')
      and a.rank in ('head', 'deputy', 'member', 'division_head', 'division_deputy')
      and lower(a.during) between ${since}::date and ${asOf}::date ${placedIn(whose)}
    group by 1 order by array_position(${Object.keys(TENURE_ENTRIES)}::text[], a.entry)`.execute(db)
  return counted(TENURE_ENTRIES, 'Hình thức', 'Số lượt', spanOf(whose), rows)
}

const training: Count = async ({ db }, whose) => {
  const { since, asOf } = whose
  const { rows } = await sql<Counted>`select c.name as code, count(*)::int as people
    from training_record r join training_course c on c.id = r.course_id
    where r.completed_on between ${since}::date and ${asOf}::date
      and r.cadre_id in (select t.cadre_id from ${servingIn(whose, asOf)})
    group by 1 order by 2 desc, 1`.execute(db)
  return counted({}, 'Khóa bồi dưỡng', 'Số lượt hoàn thành', spanOf(whose), rows)
}

const spanOf = ({ since, asOf }: Whose) =>
  `Từ ngày ${inVietnamese(since)} đến ngày ${inVietnamese(asOf)}.`

/** Within the unit asked about; the statement names the unit of the fact `u`. */
const placedIn = ({ unitId }: Whose) =>
  unitId === null
    ? sql``
    : sql`and u.tree_from between (select tree_from from unit where id = ${unitId}::integer)
        and (select tree_to from unit where id = ${unitId}::integer)`

const cut: Count = async (ctx, { unitId, asOf }) => {
  const { kinds, baselineOn, untilYear } = await streamlining(ctx, {
    asOf,
    ...(unitId !== null && { unitId }),
  })
  return {
    headings: ['Loại biên chế', 'Mốc', 'Hiện có', 'Mức tối đa'],
    rows: kinds.map(({ label, baseline, now, atMost }) => [label, baseline, now, atMost]),
    total: kinds.reduce((sum, { baseline, now }) => sum + Math.max(0, baseline - now), 0),
    note: `Mốc ngày ${inVietnamese(baselineOn)}; mức tối đa vào năm ${untilYear}.`,
  }
}

const COUNTS: Record<LivePart, Count> = {
  ...{ targets, tasks, evaluation, appointments, training, demand },
  streamlining: cut,
}
