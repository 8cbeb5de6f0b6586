import type { Actor, Province } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'

interface Dossier {
  province: Province
  actor: Actor
  subject: string
  asOf: string
  today: string
  reason: string
  hashes: readonly { path: string; sha256: string }[]
}

const HOLDS: Record<string, string> = {
  'ho-so.xlsx': 'hồ sơ cán bộ như ngày lấy số liệu, để đọc và in; không có nhóm thông tin hạn chế',
  'ho-so.json': 'cùng hồ sơ ấy, cho máy đọc',
  'vu-viec.json': 'vụ việc và những người liên quan, cho máy đọc',
  'nguoi-lien-quan.xlsx': 'những người liên quan trong vụ việc',
  'nhat-ky-lien-quan.xlsx': 'các mục nhật ký về người hoặc vụ việc này, để đọc và in',
  'nhat-ky-lien-quan.ndjson': 'cùng các mục ấy, nguyên văn như trong chuỗi',
  'nhat-ky-toan-chuoi.ndjson': 'toàn bộ chuỗi nhật ký của tỉnh đến lúc xuất',
  'verify-audit.mjs': 'chương trình kiểm tra, một tệp, chỉ cần Node 20 trở lên',
  'audit-format.md': 'định dạng của chuỗi, để tự viết chương trình kiểm tra khác',
}

/** What the team reads first: what is here, how it is proved, and what cannot be proved by it. */
export function readmeOf({
  province,
  actor,
  subject,
  asOf,
  today,
  reason,
  hashes,
}: Dossier): string {
  return [
    'HỒ SƠ PHỤC VỤ KIỂM TRA',
    '',
    `Tỉnh: ${province.name}${province.demonstration ? ' (minh họa, người trong hồ sơ là bịa đặt)' : ''}`,
    `Về: ${subject.replace(/^person:/, 'hồ sơ cán bộ mã ')}`,
    `Số liệu ngày: ${inVietnamese(asOf)}`,
    `Xuất ngày: ${inVietnamese(today)}`,
    `Người xuất: ${[actor.displayName, actor.position, actor.name].filter(Boolean).join(', ')}`,
    `Lý do: ${reason}`,
    '',
    'TRONG TỆP NÀY',
    ...hashes.map(({ path }) => `  ${path}: ${HOLDS[path] ?? ''}`),
    '',
    'CÁCH KIỂM TRA',
    '1. Giải nén vào một thư mục, mở cửa sổ lệnh tại đó.',
    '2. Gõ:',
    '   node verify-audit.mjs nhat-ky-toan-chuoi.ndjson --entries nhat-ky-lien-quan.ndjson',
    '   "intact": true nghĩa là chuỗi không bị sửa, xóa, chèn, đảo, và mọi mục liên quan đều có',
    '   nguyên văn trong chuỗi. Nếu là false, dòng bên dưới nói rõ mục nào và vì sao.',
    '3. Có tệp niêm phong do cơ quan kiểm tra giữ thì thêm: --seals TỆP_NIÊM_PHONG.ndjson',
    '   Chỉ niêm phong giữ bên ngoài mới cho biết chuỗi có bị viết lại từ đầu hay bị cắt đuôi.',
    '4. So mã băm SHA-256 của từng tệp với bảng dưới (Linux: sha256sum, Windows: certutil -hashfile',
    '   TỆP SHA256).',
    '',
    'Lần xuất này cũng được ghi thành một mục nhật ký, sau mục cuối của chuỗi ở đây.',
    '',
    'MÃ BĂM SHA-256',
    ...hashes.map(({ path, sha256 }) => `${sha256}  ${path}`),
    '',
  ].join('\r\n')
}
