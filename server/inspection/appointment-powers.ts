import { sql } from 'kysely'
import { accessTo } from '#server/access/column-groups.ts'
import { relationTo } from '#server/authority/conflicts.ts'
import { delegationsOn } from '#server/authority/delegations.ts'
import { holderFinder } from '#server/authority/holders.ts'
import { kinAmong, kinRulesOn } from '#server/authority/kin.ts'
import { covers, pathOf, strongest } from '#server/authority/reach.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Judge, met, notMet, unknown } from './judged.ts'
import { isHolder } from './signers.ts'

/** By the delegation of that day; a signer the record names otherwise is left to the eye. */
export const judgeAuthority: Judge = async (ctx, one) => {
  const { rows } = await sql<{ by: string | null; rank: string; managedBy: string | null }>`
    select t.decided_by as by, t.rank, p.managed_by as "managedBy"
    from tenure t left join post p on p.id = t.post_id where t.id = ${one.id}`.execute(ctx.db)
  const [tenure] = rows
  if (!tenure?.by) return unknown('Hồ sơ chưa ghi người ký quyết định.')
  const path = await pathOf(ctx, one.unitId ?? 0, one.on)
  const given = (await delegationsOn(ctx, one.on)).filter(
    ({ matter, action }) => matter === 'appointment' && ['decide', 'sign'].includes(action),
  )
  const valid = strongest(
    given.filter((delegation) => covers(delegation, path, tenure)),
    path,
  )
  const holdersOf = await holderFinder(ctx, path, valid, one.on)
  const seated = valid.flatMap(({ holder }) => holdersOf(holder))
  if (seated.length === 0)
    return unknown(`${tenure.by} ký. Ngày ${inVietnamese(one.on)} chưa có phân cấp nào nói ai ký.`)
  const by = tenure.by
  const holders = [...new Set(seated.map(({ holder }) => holder))].join('; ')
  const said = `${by} ký; phân cấp ngày đó: ${holders}.`
  return seated.some((holder) => isHolder(by, holder, ctx.province.name))
    ? met(said)
    : unknown(`${said} Đối chiếu chức vụ của người ký.`)
}

/** Relatives among those who led the unit that day; the group family must have been granted. */
export const judgeRelatives: Judge = async (ctx, one) => {
  const { access, roles } = await accessTo(ctx, 'family', one.cadreId)
  if (access === 'none' || one.cadreId === null)
    return unknown(`Thuộc nhóm hạn chế; người được xem: ${roles.join(', ') || 'chưa ai'}.`)
  const person = one.cadreId
  const leaders = await leadersOf(ctx, one.unitId, one.on)
  const kin = await kinAmong(ctx, [person, ...leaders.map(({ id }) => id)], one.on)
  const rules = await kinRulesOn(ctx, one.on)
  const found = leaders.flatMap(({ id, name }) => {
    const relation = id === person ? null : relationTo(person, id, kin, rules)
    return relation ? [`${name} (${relation})`] : []
  })
  if (found.length > 0) return notMet(`Trong lãnh đạo đơn vị có người thân: ${found.join('; ')}.`)
  return met(`Đối chiếu ${leaders.length} lãnh đạo đơn vị: không có quan hệ gia đình đã khai.`)
}

/** Heads and deputies of a unit and of the units above it up to the agency, that day. */
export async function leadersOf(
  { db }: Parameters<Judge>[0],
  unitId: number | null,
  on: string,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct d.cadre_id as id, d.full_name as name
    from tenure t join directory_entry d on d.cadre_id = t.cadre_id and d.during @> ${on}::date
    join unit u on u.id = ${unitId} join unit above
      on above.id = t.unit_id and u.tree_from between above.tree_from and above.tree_to
    where t.during @> ${on}::date and t.rank in ('head', 'deputy')
      and above.kind <> 'province' order by d.full_name`.execute(db)
  return rows
}
