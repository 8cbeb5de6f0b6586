import { chained } from '#server/audit/append.ts'
import type { Db } from '#server/kernel/database.ts'
import type { AuditState } from './manifest.ts'

const PAGE = 5000

/** Recomputes the whole chain of the province whose tables are in sight. */
export async function auditState(db: Db): Promise<AuditState> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirst()
  let hash = ''
  let entries = 0
  let intact = head !== undefined
  for (;;) {
    const page = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('id', '>', entries)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const entry of page) {
      intact &&= entry.id === entries + 1 && entry.previous_hash === hash
      intact &&= entry.hash === chained(hash, entry)
      hash = entry.hash
      entries = entry.id
    }
    if (page.length < PAGE) break
  }
  intact &&= head?.entries === entries && head.hash === hash
  return { entries, hash, intact }
}
