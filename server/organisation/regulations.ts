import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import type { ReceivedFile } from '#server/kernel/operation.ts'

interface Regulation {
  unitId: number
  kind: string
  number: string
  title: string
  signedBy: string
  issuedOn: string
  file?: ReceivedFile | undefined
}

/** Files a regulation of a unit; the one of its kind before it ends that day and stays readable. */
export async function fileRegulation(db: Db, regulation: Regulation): Promise<number> {
  const { unitId, kind, number, title, signedBy, issuedOn, file } = regulation
  await sql`update unit_document set ended_on = ${issuedOn}::date
    where unit_id = ${unitId} and kind = ${kind} and ended_on is null
      and issued_on <= ${issuedOn}::date`.execute(db)
  const { rows } = await sql<{ id: number }>`
    insert into unit_document (unit_id, kind, number, title, signed_by, issued_on, ended_on)
    values (${unitId}, ${kind}, ${number}, ${title}, ${signedBy}, ${issuedOn}::date,
      (select min(issued_on) from unit_document where unit_id = ${unitId} and kind = ${kind}
        and issued_on > ${issuedOn}::date))
    returning id`.execute(db)
  const id = rows[0]?.id ?? 0
  if (file)
    await sql`insert into unit_document_file (document_id, file_name, content)
      values (${id}, ${file.name}, ${file.bytes})`.execute(db)
  return id
}
