import { type RawBuilder, sql } from 'kysely'
import { CASES, type CaseKind } from '#server/directives/inspection-cases.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'

export interface Case {
  kind: CaseKind
  id: number
  ref: string
  title: string
  unitId: number | null
  cadreId: number | null
  /** The day whose law it had to follow. */
  on: string
}

export const caseKinds = Object.keys(CASES) as [CaseKind, ...CaseKind[]]

/** Every case of a kind in sight of the reader, with the day whose law it had to follow. */
const CASES_IN_SQL: Record<CaseKind, RawBuilder<unknown>> = {
  appointment: sql`select t.id, c.full_name || ', ' || lower(t.title) as title, t.unit_id,
      t.cadre_id, coalesce(t.decided_on, lower(t.during)) as on_day
    from tenure t join cadre c on c.id = t.cadre_id where t.entry not in ('recruitment', 'import')`,
  import: sql`select i.id, 'Tệp ' || i.file_name as title, null::integer as unit_id,
      null::integer as cadre_id, i.committed_at::date as on_day
    from import i where i.committed_at is not null`,
  evaluation: sql`select e.id, 'Kỳ đánh giá ' || e.period || ', '
        || coalesce((select n.name from unit_name n where n.unit_id = e.unit_id
          and n.during @> upper(e.during) - 1), '') as title,
      e.unit_id, null::integer as cadre_id, upper(e.during) - 1 as on_day
    from evaluation_cycle e`,
  record_change: sql`select r.id, 'Sửa hồ sơ của ' || c.full_name as title, c.unit_id,
      r.cadre_id, (r.changed_at at time zone 'Asia/Ho_Chi_Minh')::date as on_day
    from record_change r join cadre c on c.id = r.cadre_id`,
}

export const casesOf = (kind: CaseKind) => CASES_IN_SQL[kind]

/** `appointment:12`; a bare number is a tenure. */
export async function caseNamed(ctx: Context, typed: string): Promise<Case> {
  const [, kind = 'appointment', number = ''] = /^(?:(\w+):)?(\d{1,9})$/.exec(typed.trim()) ?? [
    undefined,
    '',
    '',
  ]
  if (!isKind(kind))
    throw new Refusal(
      'invalid',
      `Hãy ghi vụ việc theo loại và số: ${caseKinds.map((one) => `${one}:12`).join(', ')}.`,
    )
  const id = Number(number)
  const { rows } = await sql<Pick<Case, 'title' | 'unitId' | 'cadreId' | 'on'>>`
    select title, unit_id as "unitId", cadre_id as "cadreId", on_day::text as "on"
    from (${casesOf(kind)}) one where id = ${id}`.execute(ctx.db)
  if (rows[0]) return { kind, id, ref: `${kind}:${id}`, ...rows[0] }
  throw new Refusal(
    'not_found',
    `Không có vụ việc ${kind}:${id} (${CASES[kind].label.toLowerCase()}) trong phạm vi được xem. Hãy xem lại số.`,
  )
}

const isKind = (word: string): word is CaseKind => word in CASES
