import type { z } from 'zod'
import { labelOf } from '#server/kernel/code-list.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { ColumnToWrite, SheetToWrite } from '#server/office/workbook.ts'
import { SEXES } from './code-lists.ts'
import type { cadreFile } from './file.ts'
import type { PersonOfCase } from './inspection-dossier.ts'
import type { inWords, LogEntry } from './record-log.ts'

type CadreFile = z.output<typeof cadreFile.output>

const ACT_WORDS = { change: 'Sửa', view: 'Xem', export: 'Xuất', print: 'In' } as const

const HOLDINGS = { main: 'chính', concurrent: 'kiêm nhiệm', acting: 'phụ trách' } as const

/** The record on paper: who, which posts, which schooling, how rated. */
export function recordSheets(file: CadreFile): SheetToWrite[] {
  const title = [`HỒ SƠ ${file.fullName.toUpperCase()}`, `Số liệu ngày ${inVietnamese(file.asOf)}`]
  return [
    { name: 'Hồ sơ', title, columns: texts('Mục', 'Nội dung'), rows: factsOf(file) },
    {
      name: 'Chức vụ',
      title,
      columns: [
        ...days('Từ ngày', 'Đến ngày'),
        ...texts('Chức vụ', 'Đơn vị', 'Giữ', 'Số quyết định'),
        ...days('Ngày quyết định'),
        ...texts('Người quyết định'),
      ],
      rows: file.tenures.map((held) => [
        held.from,
        held.to,
        held.title,
        held.unitName,
        HOLDINGS[held.holding],
        held.decisionNo,
        held.decidedOn,
        held.decidedBy,
      ]),
    },
    {
      name: 'Trình độ',
      title,
      columns: [...texts('Loại', 'Mức', 'Ngành, tên', 'Nơi cấp'), ...days('Ngày cấp')],
      rows: [
        ...file.qualifications.map((one) => [
          'Chuyên môn',
          one.levelLabel ?? one.level,
          one.major ?? one.fieldLabel,
          one.school,
          one.awardedOn,
        ]),
        ...file.certificates.map((one) => [
          one.kindLabel,
          one.levelLabel ?? one.level,
          one.name,
          null,
          one.awardedOn,
        ]),
        ...file.trainings.map((one) => ['Bồi dưỡng', one.result, one.name, null, one.completedOn]),
      ],
    },
    {
      name: 'Xếp loại, quy hoạch',
      title,
      columns: texts('Năm, nhiệm kỳ', 'Nội dung', 'Đơn vị'),
      rows: [
        ...file.ratings.map(({ year, label, level }) => [String(year), label ?? level, null]),
        ...file.succession.map((one) => [one.term, `Quy hoạch ${one.title}`, one.unitName]),
      ],
    },
  ]
}

function factsOf(file: CadreFile): [string, string | null][] {
  const day = (date: string | null | undefined) => (date ? inVietnamese(date) : null)
  const posts = [...(file.current ? [file.current] : []), ...file.concurrent]
  return [
    ['Số hiệu hồ sơ', file.recordNo],
    ['Họ và tên', file.fullName],
    ['Tên gọi khác', file.otherNames],
    ['Ngày sinh', file.born],
    ['Giới tính', labelOf(SEXES, file.sex)],
    ['Dân tộc', file.ethnicity],
    ['Tôn giáo', file.religion],
    ['Quê quán', file.homePlace],
    ['Nơi sinh', file.birthPlace],
    ['Vào Đảng', day(file.party?.joinedOn)],
    ['Tuyển dụng lần đầu', day(file.firstRecruitedOn)],
    ['Đang giữ', posts.map(({ title, unitName }) => `${title}, ${unitName}`).join('; ') || null],
    ['Nghỉ hưu, ngày làm việc cuối', day(file.retiresOn)],
  ]
}

/** What was done, when and by whom, in the hour of Vietnam. */
export function logSheet(entries: readonly ReturnType<typeof inWords<LogEntry>>[]): SheetToWrite {
  return {
    name: 'Nhật ký',
    title: ['NHẬT KÝ LIÊN QUAN', `${entries.length} mục`],
    columns: [
      { header: 'Mục', width: 8, kind: 'number' },
      ...texts('Lúc (giờ UTC)', 'Tài khoản', 'Họ và tên', 'Chức vụ', 'Loại', 'Việc', 'Chi tiết'),
    ],
    rows: entries.map(({ id, at, actor, who, position, act, operation, detail }) => [
      id,
      at.replace('T', ' ').slice(0, 19),
      actor,
      who,
      position,
      ACT_WORDS[act],
      operation,
      detail,
    ]),
  }
}

export function peopleSheet(caseRef: string, people: readonly PersonOfCase[]): SheetToWrite {
  return {
    name: 'Người liên quan',
    title: [`NGƯỜI LIÊN QUAN TRONG VỤ VIỆC ${caseRef}`, `${people.length} người`],
    columns: [{ header: 'Mã', width: 8, kind: 'number' }, ...texts('Số hiệu hồ sơ', 'Họ và tên')],
    rows: people.map(({ cadreId, recordNo, fullName }) => [cadreId, recordNo, fullName]),
  }
}

const texts = (...headers: string[]): ColumnToWrite[] => headers.map((header) => ({ header }))

const days = (...headers: string[]): ColumnToWrite[] =>
  headers.map((header) => ({ header, kind: 'date', width: 12 }))
