import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** Files a document of a unit: what the targets about units count. */
export async function fileDocument(
  db: Db,
  document: {
    unitId: number
    kind: 'workforce_review' | 'evaluation_regulation'
    number: string
    title: string
    issuedOn: string
    from: string
    to: string
  },
): Promise<void> {
  const { unitId, kind, number, title, issuedOn, from, to } = document
  await sql`insert into unit_document (unit_id, kind, number, title, issued_on, period)
    values (${unitId}, ${kind}, ${number}, ${title}, ${issuedOn}::date,
      daterange(${from}::date, ${to}::date, '[]'))`.execute(db)
}
