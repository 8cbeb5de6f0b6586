import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { atomically } from '#server/kernel/database.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { keepRecordsWhereServing } from '../moves.ts'
import { mustBeInSight } from '../restricted.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import { mustSuitLeaver } from './discipline-form.ts'
import { mayWrite } from './may-write.ts'
import { type Fact, factForChange, insertFact, updateFact, type Values } from './rows.ts'
import { checkedValues } from './values.ts'

/** Why a fact changes: the decision it rests on, the mistake it repairs, the declaration approved. */
export interface Basis {
  basis: 'decision' | 'correction' | 'declaration'
  decision_no?: string | null
  decided_on?: string | null
  decided_by?: string | null
  reason?: string | null
}

export interface Change {
  cadreId: number
  section: SectionCode
  act: 'add' | 'correct' | 'end'
  /** The fact corrected or ended. */
  rowId?: number
  /** The version the officer was shown; without it the caller has compared the values itself. */
  version?: number
  values: Values
  basis: Basis
  documentId?: number | null
}

export interface Changed {
  changeId: number
  rowId: number
  version: number
}

/** The one way a fact of a record changes, whoever asks: checked, kept with the value before. */
export async function performChange(ctx: Context, change: Change): Promise<Changed> {
  const { cadreId, section } = change
  await mustBeInSight(ctx, cadreId)
  await mayWrite(ctx, section)
  const before = await factBefore(ctx, change)
  const values = await checkedValues(ctx.db, section, change.values, before?.values ?? null)
  if (before && Object.entries(values).every(([name, value]) => before.values[name] === value))
    throw new Refusal('invalid', 'Các giá trị gửi lên giống hệt hồ sơ. Không có gì để ghi.')
  const after = await written(ctx, section, (db) =>
    before ? updateFact(db, section, before, values) : insertFact(db, section, cadreId, values),
  )
  if (section === 'disciplines') await mustSuitLeaver(ctx, cadreId, after.values)
  const changeId = await remember(ctx, change, { before, after })
  if (change.documentId) await attach(ctx, change.documentId, { cadreId, section, rowId: after.id })
  await keptWhereServing(ctx, section, cadreId)
  return { changeId, rowId: after.id, version: after.version }
}

/** Last of all: a post elsewhere may take the record out of the sight of whoever writes it. */
export async function keptWhereServing(
  ctx: Context,
  section: SectionCode,
  cadreId: number,
): Promise<void> {
  if (section !== 'posts') return
  await written(ctx, section, (db) => keepRecordsWhereServing(db, [cadreId], ctx.today))
}

/** The fact as stored, null for a fact to come; whoever was shown another version hears of it. */
async function factBefore({ db }: Context, change: Change): Promise<Fact | null> {
  const { section, cadreId, act, rowId, version, values } = change
  const { rows, label } = SECTIONS[section]
  if (act === 'add' && rows === 'many') return null
  if (act === 'add')
    throw new Refusal(
      'invalid',
      `Mục “${label}” mỗi người có một dòng. Hãy sửa dòng ấy, không thêm dòng khác.`,
    )
  const stored = await factForChange(db, section, cadreId, rowId ?? cadreId)
  const shown = version === undefined ? {} : { version }
  if (stored) {
    if (version !== undefined)
      unchanged({ ...stored.values, version: stored.version }, { ...values, version })
    return stored
  }
  if (rows === 'one' && section !== 'identity') {
    unchanged({ version: 0 }, { version: 0, ...shown })
    return null
  }
  throw new Refusal('not_found', `Mục “${label}” không có dòng này trong hồ sơ. Hãy mở lại hồ sơ.`)
}

/** Says in words what a constraint of the database holds against a fact. */
export async function written<T>(
  { db }: Context,
  section: SectionCode,
  work: (db: Context['db']) => Promise<T>,
): Promise<T> {
  try {
    return await atomically(db, work)
  } catch (error) {
    const said = AGAINST[(error as { code?: string }).code ?? '']
    if (!said) throw error
    throw new Refusal('conflict', `${SECTIONS[section].label}: ${said} Chưa ghi gì.`)
  }
}

const AGAINST: Record<string, string> = {
  '23P01': 'khoảng thời gian này trùng với một dòng đã có.',
  '23505': 'hồ sơ đã có dòng này.',
  '23514': 'các giá trị không hợp với nhau (xem lại ngày, số).',
  '23503': 'dòng này dẫn tới một mục không có.',
  '42501':
    'hồ sơ sẽ chuyển sang đơn vị ngoài phạm vi của anh/chị; việc này do cơ quan cấp trên ghi.',
}

async function remember(
  { db, actor }: Context,
  { cadreId, section, act, basis, documentId }: Change,
  { before, after }: { before: Fact | null; after: Fact },
): Promise<number> {
  const { id } = await db
    .insertInto('record_change')
    .values({
      cadre_id: cadreId,
      section,
      row_id: after.id,
      act: before ? act : 'add',
      before: before ? JSON.stringify(before.values) : null,
      after: JSON.stringify(after.values),
      ...basis,
      document_id: documentId ?? null,
      account_name: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Evidence hangs on the fact it proves. */
async function attach(
  { db }: Context,
  documentId: number,
  { cadreId, section, rowId }: { cadreId: number; section: SectionCode; rowId: number },
): Promise<void> {
  const { rows } = await sql`update record_document set row_id = ${rowId}, section = ${section}
    where id = ${documentId} and cadre_id = ${cadreId} and section = ${section} returning id`.execute(
    db,
  )
  if (rows.length === 0)
    throw new Refusal(
      'not_found',
      `Tài liệu số ${documentId} không phải của mục “${SECTIONS[section].label}” trong hồ sơ này.`,
    )
}
