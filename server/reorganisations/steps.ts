import { sql } from 'kysely'
import { EMPLOYMENT_KINDS } from '#server/cadres/code-lists.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { leastQuotas, moveQuotas, setQuotas } from '#server/organisation/quotas.ts'
import {
  endUnit,
  moveUnits,
  recordSuccession,
  renameUnit,
} from '#server/organisation/restructure.ts'
import { absorb, bringChildren, close } from './absorb.ts'
import { bringPeople } from './people.ts'
import type { Step, StepOf } from './plan-shape.ts'
import { childrenThen, isWithin, targetOf } from './units-of-steps.ts'
import { mistake, mustBeQuiet, type UnitThen, unitThen, type Work } from './work.ts'

export async function takeStep(work: Work, step: Step): Promise<void> {
  if (step.kind === 'merge') await merge(work, step)
  else if (step.kind === 'split') await split(work, step)
  else if (step.kind === 'rename') await rename(work, step)
  else if (step.kind === 'move') await move(work, step)
  else await dissolve(work, step)
}

async function merge(work: Work, step: StepOf<'merge'>): Promise<void> {
  const from: UnitThen[] = []
  for (const [index, code] of step.units.entries())
    from.push(await unitThen(work, code, ['units', index]))
  const into = await targetOf(work, step.into, ['into'], from[0])
  const itself = from.findIndex(({ id }) => id === into.id)
  if (itself >= 0)
    throw mistake(
      work,
      'invalid',
      ['units', itself],
      `${into.name} không thể nhập vào chính mình. Hãy bỏ khỏi danh sách đơn vị được nhập.`,
    )
  await absorb(work, from, into, step, 'merged_into')
  if (step.quotas)
    work.changes.push(...(await setQuotas(work.db, into.id, step.quotas, work.on, work.basis)))
}

async function split(work: Work, step: StepOf<'split'>): Promise<void> {
  const unit = await unitThen(work, step.unit, ['unit'])
  if (step.ends) await mustBeQuiet(work, unit, ['unit'])
  await mustNameTitles(work, unit, step)
  const parts: UnitThen[] = []
  for (const [index, part] of step.parts.entries()) {
    const where = ['parts', index]
    const into = await targetOf(work, part.into, [...where, 'into'], unit)
    parts.push(into)
    const children: number[] = []
    for (const [place, code] of part.units.entries())
      children.push((await unitThen(work, code, [...where, 'units', place])).id)
    work.changes.push(...(await moveUnits(work.db, children, into.id, work.on)))
    if (part.people.length + part.titles.length > 0)
      await bringPeople(work, [unit], into, step, part)
    await mustHaveQuotas(work, unit, part.quotas, [...where, 'quotas'])
    const quota = { from: unit.id, to: into.id, numbers: part.quotas }
    work.changes.push(...(await moveQuotas(work.db, quota, work.on, work.basis)))
  }
  const heir = parts[step.parts.findIndex(({ rest }) => rest)] ?? parts[0]
  if (!step.ends || !heir) return
  await bringPeople(work, [unit], heir, step)
  await bringChildren(work, unit, heir, step)
  work.changes.push(
    ...(await moveQuotas(work.db, { from: unit.id, to: heir.id }, work.on, work.basis)),
    ...(await endUnit(work.db, unit.id, work.on)),
  )
  for (const part of parts)
    work.changes.push(
      ...(await recordSuccession(work.db, unit.id, part.id, 'split_into', work.on, work.basis)),
    )
}

/** A part takes no more than the parts before it left, on the day and in each later year given. */
async function mustHaveQuotas(
  work: Work,
  unit: UnitThen,
  numbers: StepOf<'split'>['parts'][number]['quotas'],
  where: (string | number)[],
): Promise<void> {
  const least = await leastQuotas(work.db, unit.id, work.on)
  for (const [kind, wanted] of Object.entries(numbers)) {
    const { quota, day } = least.get(kind) ?? { quota: 0, day: work.on }
    if (wanted <= quota) continue
    const label = EMPLOYMENT_KINDS[kind as keyof typeof EMPLOYMENT_KINDS].label.toLowerCase()
    throw mistake(
      work,
      'invalid',
      [...where, kind],
      `${unit.name} chỉ còn ${quota} biên chế ${label} ngày ${inVietnamese(day)}, phần này lấy ${wanted}. Hãy giảm số của phần này hoặc của các phần trước.`,
    )
  }
}

/** A title goes to one part, and only one the unit has; the rest goes to one part. */
async function mustNameTitles(work: Work, unit: UnitThen, step: StepOf<'split'>): Promise<void> {
  const { rows } = await sql<{ code: string }>`select distinct title_code as code from post
    where unit_id = ${unit.id} and during @> ${work.on}::date`.execute(work.db)
  const known = new Set(rows.map(({ code }) => code))
  const taken = new Set<string>()
  for (const [index, { titles }] of step.parts.entries())
    for (const [place, title] of titles.entries()) {
      const where = ['parts', index, 'titles', place]
      if (taken.has(title))
        throw mistake(
          work,
          'invalid',
          where,
          `Chức danh “${title}” đã giao cho một phần khác. Mỗi chức danh chỉ về một phần; chia người của một chức danh thì ghi từng người.`,
        )
      if (!known.has(title))
        throw mistake(
          work,
          'invalid',
          where,
          `${unit.name} không có chức danh mã “${title}” ngày đó. Các chức danh: ${[...known].join(', ')}.`,
        )
      taken.add(title)
    }
  if (step.parts.filter(({ rest }) => rest).length > 1)
    throw mistake(work, 'invalid', ['parts'], 'Phần còn lại chỉ về một đơn vị.')
}

/** A commune that becomes a ward is another unit: what it was before the day must read so. */
async function rename(work: Work, step: StepOf<'rename'>): Promise<void> {
  const unit = await unitThen(work, step.unit, ['unit'])
  await mustBeQuiet(work, unit, ['unit'])
  if (step.becomes && step.becomes !== unit.kind) {
    const named = { name: step.name, short_name: step.short_name, kind: step.becomes }
    const into = await targetOf(work, named, ['name'], unit)
    return absorb(
      work,
      [unit],
      { ...into, kind: unit.kind },
      { posts: {}, deputies: 'keep' },
      'renamed_to',
    )
  }
  work.changes.push(
    ...(await renameUnit(work.db, unit.id, step.name, step.short_name ?? null, work.on)),
  )
}

async function move(work: Work, step: StepOf<'move'>): Promise<void> {
  const unit = await unitThen(work, step.unit, ['unit'])
  const under = await unitThen(work, step.under, ['under'])
  await mustBeQuiet(work, unit, ['unit'])
  if (await isWithin(work, under.id, unit.id))
    throw mistake(
      work,
      'invalid',
      ['under'],
      `${under.name} nằm trong ${unit.name}: không thể làm đơn vị cấp trên của nó.`,
    )
  work.changes.push(...(await moveUnits(work.db, [unit.id], under.id, work.on)))
}

async function dissolve(work: Work, step: StepOf<'dissolve'>): Promise<void> {
  const unit = await unitThen(work, step.unit, ['unit'])
  const to = await unitThen(work, step.people_to, ['people_to'])
  await mustBeQuiet(work, unit, ['unit'])
  if (to.id === unit.id)
    throw mistake(
      work,
      'invalid',
      ['people_to'],
      `${unit.name} kết thúc: người phải về một đơn vị khác.`,
    )
  await bringPeople(work, [unit], to, step)
  const under = step.children_under
    ? await unitThen(work, step.children_under, ['children_under'])
    : to
  const children = (await childrenThen(work, unit.id)).filter(({ id }) => id !== under.id)
  work.changes.push(
    ...(await moveUnits(
      work.db,
      children.map(({ id }) => id),
      under.id,
      work.on,
    )),
    ...(await moveQuotas(
      work.db,
      { from: unit.id, to: step.quotas === 'follow' ? to.id : null },
      work.on,
      work.basis,
    )),
  )
  await close(work, unit, to, 'tasks_to')
}

export const basisOf = (decisionNo: string, on: string, legalBasis: string): string =>
  `${decisionNo}, hiệu lực ${inVietnamese(on)}; ${legalBasis}`
