import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Kin, type KinRules, kinAmong, kinRulesOn } from './kin.ts'

export const DUTIES = {
  propose: 'đề xuất',
  appraise: 'thẩm định',
  decide: 'quyết định',
} as const

export interface CaseRoles {
  candidateId: number
  /** Who does what; a duty nobody has yet is left out. */
  duties: Partial<Record<keyof typeof DUTIES, number>>
}

export interface Violation {
  rule: 'two_duties' | 'own_case' | 'relative'
  says: string
  clause: string
  cadreIds: number[]
}

type Rules = Pick<KinRules, 'relations' | 'relationsClause' | 'dutiesClause'>

/** Who must not act in a case: twice, in the own case, or in a relative's (LS-R2, QĐ 114-QĐ/TW). */
export function conflictsAmong(
  { candidateId, duties }: CaseRoles,
  kin: readonly Kin[],
  rules: Rules,
  nameOf: (id: number) => string,
): Violation[] {
  const acting = (Object.keys(DUTIES) as (keyof typeof DUTIES)[]).flatMap((duty) => {
    const id = duties[duty]
    return id === undefined ? [] : [{ id, duty: DUTIES[duty] }]
  })
  const people = [...new Set(acting.map(({ id }) => id))]
  return people.flatMap((id): Violation[] => {
    const done = acting.filter((one) => one.id === id).map(({ duty }) => duty)
    const found: Violation[] = []
    const clause = rules.dutiesClause
    if (done.length > 1) {
      const says = `${nameOf(id)} vừa ${done.join(' vừa ')}; mỗi việc phải do một người khác nhau.`
      found.push({ rule: 'two_duties', says, clause, cadreIds: [id] })
    }
    if (id === candidateId) {
      const says = `${nameOf(id)} không được ${done.join(', ')} trong hồ sơ của chính mình.`
      found.push({ rule: 'own_case', says, clause, cadreIds: [id] })
    }
    const relation = relationTo(candidateId, id, kin, rules)
    if (relation) {
      const says = `${nameOf(id)} là ${relation} của ${nameOf(candidateId)}, không được ${done.join(', ')} hồ sơ này. Hãy phân công người khác.`
      const cites = `${clause}; ${rules.relationsClause}`
      found.push({ rule: 'relative', says, clause: cites, cadreIds: [id, candidateId] })
    }
    return found
  })
}

/** What `other` is to `person` in words, whichever of the two declared it. */
export function relationTo(
  person: number,
  other: number,
  kin: readonly Kin[],
  { relations }: Pick<KinRules, 'relations'>,
): string | null {
  for (const { cadreId, relativeId, relation } of kin) {
    const known = relations.get(relation)
    if (!known) continue
    if (cadreId === person && relativeId === other) return known.label
    if (cadreId === other && relativeId === person)
      return relations.get(known.inverse)?.label ?? known.label
  }
  return null
}

/** For a case that is about to be proposed, appraised or decided: an empty list lets it go on. */
export async function conflictsIn(ctx: Context, roles: CaseRoles, on: string) {
  const people = [...new Set([roles.candidateId, ...Object.values(roles.duties)])]
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct cadre_id as id, full_name as name from directory_entry
    where cadre_id = any(${people}::integer[])`.execute(ctx.db)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const stranger = people.find((id) => !names.has(id))
  if (stranger !== undefined) {
    throw new Refusal(
      'not_found',
      `Không có hồ sơ số ${stranger}. Hãy chọn lại người trong danh bạ rồi kiểm tra.`,
    )
  }
  const kin = await kinAmong(ctx, people, on)
  const rules = await kinRulesOn(ctx, on)
  return conflictsAmong(roles, kin, rules, (id) => names.get(id) ?? String(id))
}

const person = wholeNumber

/** Checks the people of a case; that it was asked is recorded, for the answer may tell a kinship. */
export const caseConflicts = query({
  name: 'authority.conflicts_in',
  records: 'view',
  input: z.strictObject({
    candidateId: person,
    proposerId: person.optional(),
    appraiserId: person.optional(),
    deciderId: person.optional(),
    on: isoDate.optional(),
  }),
  output: z.object({
    says: z.string(),
    violations: z.array(
      z.object({
        rule: z.enum(['two_duties', 'own_case', 'relative']),
        says: z.string(),
        clause: z.string(),
        cadreIds: z.array(z.number()),
      }),
    ),
  }),
  about: ({ candidateId }) => ({ cadreId: candidateId }),
  async run(ctx, { candidateId, proposerId, appraiserId, deciderId, on = ctx.today }) {
    const duties = {
      ...(proposerId ? { propose: proposerId } : {}),
      ...(appraiserId ? { appraise: appraiserId } : {}),
      ...(deciderId ? { decide: deciderId } : {}),
    }
    const violations = await conflictsIn(ctx, { candidateId, duties }, on)
    const says =
      violations.length > 0
        ? `${violations.length} điều không đúng quy định.`
        : `Ngày ${inVietnamese(on)}, theo quan hệ gia đình đã khai, không ai phải từ chối tham gia.`
    return { says, violations }
  },
})
