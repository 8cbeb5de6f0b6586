import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { hashed } from './append.ts'

/** A head written outside the database on some day: from then on the chain up to it is fixed. */
export const sealShape = z.object({
  province: z.string(),
  entries: z.number().int().min(0),
  hash: z.string(),
  at: z.string(),
})

export type Seal = z.output<typeof sealShape>

export interface Verdict {
  entries: number
  intact: boolean
  /** Place of the first entry that is missing, changed or moved. */
  firstBroken: number | null
  why: string | null
}

export const auditVerification = query({
  name: 'audit.verify',
  dear: true,
  input: z.object({ seals: z.array(sealShape).default([]) }),
  output: z.object({
    entries: z.number(),
    intact: z.boolean(),
    firstBroken: z.number().nullable(),
    why: z.string().nullable(),
  }),
  async run(ctx, { seals }) {
    mustSeeWholeChain(ctx)
    const own = seals.filter(({ province }) => province === ctx.province.code)
    return verifyChain(ctx.db, own)
  },
})

/** Scope hides entries; a chain seen in part would be called broken. */
export function mustSeeWholeChain({ actor }: Context): void {
  if (actor.scope === null) return
  throw new Refusal(
    'forbidden',
    'Chuỗi nhật ký chỉ kiểm tra, xuất được bằng tài khoản thấy toàn tỉnh. Hãy nhờ cán bộ tổ chức cấp tỉnh hoặc người kiểm tra.',
  )
}

/**
 * Computes the chain of the province in sight anew, and holds it against its head and the seals.
 * Measured on the embedded database: 100,000 entries in about 1 s (read row by row: 4 s).
 */
export async function verifyChain(db: Db, seals: readonly Seal[] = []): Promise<Verdict> {
  const { rows } = await sql<{ entries: number; place: number | null; hash: string | null }>`
    select count(*) as entries, min(place) filter (where id <> place or previous_hash <> before
        or hash <> ${hashed()}) as place,
      (select hash from audit_entry order by id desc limit 1) as hash
    from (select *, row_number() over (order by id) as place,
        lag(hash, 1, '') over (order by id) as before
      from audit_entry) entry`.execute(db)
  const { entries = 0, place = null, hash = '' } = rows[0] ?? {}
  const end = { entries, hash: hash ?? '' }
  const found = [
    place === null ? await wrongAtHead(db, end) : await wrongAt(db, place),
    ...(await wrongBySeals(db, end, seals)),
  ].filter((wrong) => wrong !== undefined)
  const first = found.toSorted((a, b) => a.at - b.at)[0]
  return {
    entries,
    intact: first === undefined,
    firstBroken: first?.at ?? null,
    why: first?.says ?? null,
  }
}

interface Wrong {
  at: number
  says: string
}

/** What is wrong at a place where something is. */
async function wrongAt(db: Db, place: number): Promise<Wrong> {
  const [before, entry] = await db
    .selectFrom('audit_entry')
    .select(['id', 'previous_hash', 'hash'])
    .where('id', '>=', place - 1)
    .orderBy('id')
    .limit(2)
    .execute()
  const here = before?.id === place ? before : entry
  if (here?.id !== place) return { at: place, says: `Thiếu mục ${place}.` }
  const previous = before?.id === place - 1 ? before.hash : ''
  if (here.previous_hash !== previous)
    return { at: place, says: `Mục ${place} không nối vào mục đứng trước nó.` }
  return { at: place, says: `Nội dung mục ${place} đã bị sửa sau khi ghi.` }
}

interface End {
  entries: number
  hash: string
}

async function wrongAtHead(db: Db, { entries, hash }: End): Promise<Wrong | undefined> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirst()
  const next = entries + 1
  if (!head) return { at: next, says: 'Không còn ghi nhận số mục của chuỗi.' }
  if (head.entries > entries)
    return { at: next, says: `Thiếu các mục từ ${next} đến ${head.entries}.` }
  if (head.entries < entries)
    return { at: head.entries + 1, says: `Mục ${head.entries + 1} không do hệ thống ghi.` }
  if (head.hash !== hash)
    return { at: Math.max(entries, 1), says: 'Mục cuối không khớp với mã băm cuối đã ghi nhận.' }
  return undefined
}

async function wrongBySeals(db: Db, end: End, seals: readonly Seal[]): Promise<Wrong[]> {
  const sealed = seals.filter(({ entries }) => entries > 0)
  if (sealed.length === 0) return []
  const places = [...new Set(sealed.map(({ entries }) => entries))]
  const { rows } = await sql<{ id: number; hash: string }>`
    select id, hash from audit_entry where id = any(${places}::bigint[])`.execute(db)
  const hashes = new Map(rows.map(({ id, hash }) => [id, hash]))
  return sealed
    .filter(({ entries, hash }) => hashes.get(entries) !== hash)
    .map(({ entries, at }) =>
      entries > end.entries
        ? {
            at: end.entries + 1,
            says: `Niêm phong lúc ${at} có ${entries} mục, nay chỉ còn ${end.entries}.`,
          }
        : { at: entries, says: `Mục ${entries} khác với niêm phong lúc ${at}.` },
    )
}
