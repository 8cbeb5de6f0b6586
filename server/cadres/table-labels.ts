import { SECTION_CODES, SECTIONS } from './record/dictionary.ts'

/** What a table holds about a person, in words: the sections of the record, and what stands beside. */
export function tableLabel(table: string): string {
  const code = SECTION_CODES.find((one) => SECTIONS[one].table === table)
  return code ? SECTIONS[code].label : (BESIDE[table] ?? table)
}

const BESIDE: Record<string, string> = {
  account: 'Tài khoản',
  import_row: 'Dòng của các lần nhập',
  record_change: 'Lịch sử sửa hồ sơ',
  record_document: 'Bản quét',
  standard_confirmation: 'Xác nhận tiêu chuẩn',
  declaration: 'Bản khai',
  declaration_item: 'Mục của bản khai',
  supplement_answer: 'Trả lời đợt bổ sung lý lịch',
  publication_line: 'Nội dung đã công khai',
  briefing_attendance: 'Dự buổi phổ biến',
  pledge: 'Cam kết tu dưỡng',
  cadre_merge: 'Hồ sơ đã gộp trước đó',
  cadre_distinct: 'Cặp đã xác định là hai người',
}
