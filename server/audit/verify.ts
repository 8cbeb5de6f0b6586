import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { query } from '#server/kernel/operation.ts'
import { chained } from './append.ts'

const PAGE = 5000

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
  input: z.object({ seals: z.array(sealShape).default([]) }),
  output: z.object({
    entries: z.number(),
    intact: z.boolean(),
    firstBroken: z.number().nullable(),
    why: z.string().nullable(),
  }),
  run: ({ db, province }, { seals }) =>
    verifyChain(
      db,
      seals.filter((seal) => seal.province === province.code),
    ),
})

/** Computes the chain of the province in sight anew, and holds it against its head and the seals. */
export async function verifyChain(db: Db, seals: readonly Seal[] = []): Promise<Verdict> {
  const sealed = new Map<number, Seal[]>()
  for (const seal of seals) sealed.set(seal.entries, [...(sealed.get(seal.entries) ?? []), seal])
  let last = { id: 0, hash: '' }
  for (;;) {
    const page = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('id', '>', last.id)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const entry of page) {
      const why = wrongIn(entry, last, sealed.get(entry.id) ?? [])
      if (why) return broken(db, why.at, why.says)
      last = entry
    }
    if (page.length < PAGE) break
  }
  const why = await wrongAtEnd(db, last, seals)
  return why
    ? broken(db, why.at, why.says)
    : { entries: last.id, intact: true, firstBroken: null, why: null }
}

interface Wrong {
  at: number
  says: string
}

function wrongIn(
  entry: Parameters<typeof chained>[1] & { id: number; previous_hash: string; hash: string },
  last: { id: number; hash: string },
  seals: readonly Seal[],
): Wrong | undefined {
  const place = last.id + 1
  if (entry.id !== place) return { at: place, says: `Thiếu mục ${place}.` }
  if (entry.previous_hash !== last.hash)
    return { at: place, says: `Mục ${place} không nối vào mục đứng trước nó.` }
  if (entry.hash !== chained(last.hash, entry))
    return { at: place, says: `Nội dung mục ${place} đã bị sửa sau khi ghi.` }
  const other = seals.find(({ hash }) => hash !== entry.hash)
  return other && { at: place, says: `Mục ${place} khác với niêm phong lúc ${other.at}.` }
}

async function wrongAtEnd(
  db: Db,
  last: { id: number; hash: string },
  seals: readonly Seal[],
): Promise<Wrong | undefined> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirst()
  const longest = seals.toSorted((a, b) => b.entries - a.entries)[0]
  if (longest && longest.entries > last.id) {
    const says = `Niêm phong lúc ${longest.at} có ${longest.entries} mục, nay chỉ còn ${last.id}.`
    return { at: last.id + 1, says }
  }
  if (!head) return { at: last.id + 1, says: 'Không còn ghi nhận số mục của chuỗi.' }
  if (head.entries > last.id)
    return { at: last.id + 1, says: `Thiếu các mục từ ${last.id + 1} đến ${head.entries}.` }
  if (head.entries < last.id)
    return { at: head.entries + 1, says: `Mục ${head.entries + 1} không do hệ thống ghi.` }
  if (head.hash !== last.hash)
    return { at: last.id, says: 'Mục cuối không khớp với mã băm cuối đã ghi nhận.' }
  return undefined
}

async function broken(db: Db, firstBroken: number, why: string): Promise<Verdict> {
  const { entries } = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow()
  return { entries, intact: false, firstBroken, why }
}
