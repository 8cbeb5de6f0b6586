import { sql } from 'kysely'
import type { CASES } from '#server/directives/inspection-cases.ts'
import { type Judges, met, notMet, unknown } from './judged.ts'

type OfImport = (typeof CASES)['import']['checks'][number]
type OfChange = (typeof CASES)['record_change']['checks'][number]

/** What is left of an import: the file as it came, the rows refused, the people it made. */
export const IMPORT: Judges<OfImport> = {
  async original_kept({ db }, { id }) {
    const { rows } = await sql<{ same: boolean; by: string; size: number }>`
      select encode(sha256(content), 'hex') = sha256 as same, account_name as by,
        length(content) as size from import where id = ${id}`.execute(db)
    const [file] = rows
    if (!file?.same) return notMet('Tệp đang giữ khác tệp lúc nhập: mã SHA-256 không khớp.')
    return met(`Tệp gốc ${file.size} byte, tài khoản ${file.by} nhập, mã SHA-256 khớp.`)
  },
  async rejected_explained({ db }, { id }) {
    const { rows } = await sql<{ rejected: number; silent: number }>`
      select count(*)::integer as rejected,
        count(*) filter (where jsonb_array_length(problems) = 0)::integer as silent
      from import_row where import_id = ${id} and outcome = 'rejected'`.execute(db)
    const { rejected = 0, silent = 0 } = rows[0] ?? {}
    if (silent > 0) return notMet(`${silent} dòng không nhận mà không ghi lý do.`)
    return met(rejected === 0 ? 'Không có dòng nào bị từ chối.' : `${rejected} dòng có lý do.`)
  },
  async identity_unique({ db }, { id }) {
    const { rows } = await sql<{ twice: number }>`
      select count(*)::integer as twice from cadre a
      join cadre b on b.name_search = a.name_search and b.born_on = a.born_on and b.id <> a.id
      where a.import_id = ${id}`.execute(db)
    const twice = rows[0]?.twice ?? 0
    if (twice === 0) return met('Không người nào trùng họ tên và ngày sinh với hồ sơ khác.')
    return unknown(`${twice} người trùng họ tên và ngày sinh với hồ sơ khác; xem Hồ sơ trùng.`)
  },
}

/** What a change of a record rests on, and whether two people did it. */
export const RECORD_CHANGE: Judges<OfChange> = {
  async basis_on_record({ db }, { id }) {
    const { rows } = await sql<{ basis: string; no: string | null; reason: string | null }>`
      select basis, decision_no as no, reason from record_change where id = ${id}`.execute(db)
    const [row] = rows
    if (row?.basis === 'decision')
      return row.no ? met(`Quyết định ${row.no}.`) : unknown('Căn cứ là quyết định, chưa ghi số.')
    if (row?.basis === 'declaration') return met('Theo bản khai của cán bộ đã được duyệt.')
    return row?.reason ? met(`Đính chính: ${row.reason}.`) : notMet('Đính chính không ghi lý do.')
  },
  async paper_attached({ db }, { id }) {
    const { rows } = await sql<{ title: string | null }>`
      select d.title from record_change r left join record_document d on d.id = r.document_id
      where r.id = ${id}`.execute(db)
    const title = rows[0]?.title
    return title ? met(`Tài liệu “${title}”.`) : unknown('Không có tài liệu đính kèm lần sửa này.')
  },
  async other_person_approved({ db }, { id }) {
    const { rows } = await sql<{ by: string; declared: string | null; own: boolean }>`
      select r.account_name as by, d.account_name as declared,
        coalesce(d.account_name = r.account_name, false) as own
      from record_change r left join declaration_item i on i.change_id = r.id
      left join declaration d on d.id = i.declaration_id where r.id = ${id} limit 1`.execute(db)
    const [row] = rows
    if (!row?.declared) return met(`Tài khoản ${row?.by ?? ''} ghi trực tiếp, không qua bản khai.`)
    if (row.own) return notMet(`Tài khoản ${row.by} vừa khai vừa duyệt.`)
    return met(`${row.declared} khai, ${row.by} duyệt.`)
  },
}
