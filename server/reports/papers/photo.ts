import type { Db } from '#server/kernel/database.ts'
import type { Picture } from '#server/office/word.ts'

/** 3 × 4.5 cm at 96 pixels an inch: the 4×6 photo as the forms print it. */
const SIZE = { width: 113, height: 170 }

/** The photo the record names, where it is a picture. */
export async function photoOf(db: Db, cadreId: number): Promise<Picture | null> {
  const found = await db
    .selectFrom('personal_detail')
    .innerJoin('record_document', 'record_document.id', 'photo_document_id')
    .select(['media_type', 'content'])
    .where('personal_detail.cadre_id', '=', cadreId)
    .where('record_document.cadre_id', '=', cadreId)
    .where('section', '=', 'personal')
    .executeTakeFirst()
  const format = found?.media_type
  if (!found || (format !== 'image/png' && format !== 'image/jpeg')) return null
  return { image: new Uint8Array(found.content), format, ...SIZE, says: 'Ảnh 4×6' }
}
