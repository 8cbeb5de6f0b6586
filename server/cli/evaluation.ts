import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { PackError, type PackFile, readPackFile } from '#server/directives/pack-file.ts'
import { shippedPacks } from '#server/directives/packs.ts'
import type { board } from '#server/evaluation/board.ts'
import { type Answered, answered, QUESTIONS } from '#server/evaluation/questions.ts'
import { inVietnamese, todayInVietnam } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { type Answer, type Arguments, type Command, PROVINCE, table } from './command.ts'
import type { Door } from './door.ts'
import { provinceOf } from './inputs.ts'

const USE = 'evaluation score|cap|coupling|year FILE.json [--scheme ID]'

export const evaluation: Command = {
  usage: `${USE}   |   evaluation schemes   |   evaluation board --province P --cycle C`,
  says: 'chấm điểm, kiểm tra trần xuất sắc, ràng buộc xếp loại, điểm năm từ một tệp (docs/evaluation.md); board: tiến độ kỳ đánh giá 2026-10, 2026-Q3 hoặc 2026 của từng đơn vị',
  options: { ...PROVINCE, scheme: { type: 'string' }, cycle: { type: 'string' } },
  async run(door, args) {
    const { positionals, options } = args
    const [verb = '', path] = positionals
    if (verb === 'board') return boardOf(door, args)
    const packs = shippedPacks(vocabulary)
    if (verb === 'schemes') {
      const rows = packs.flatMap(({ schemes }) => schemes)
      return {
        json: rows.map(({ id, label, from, to }) => ({ id, label, from, to: to ?? null })),
        lines: rows.map(({ id, label }) => `${id}  ${label}`),
      }
    }
    if (!isQuestion(verb) || !path) throw new Refusal('invalid', `Dùng: ngangtam ${USE}`)
    const file = fileNamed(path)
    const input = read(file, QUESTIONS[verb].shape)
    const scheme = typeof options.scheme === 'string' ? options.scheme : undefined
    const answer = answered(verb, input, scheme, packs, todayInVietnam())
    return { json: answer, lines: linesOf(answer) }
  },
}

async function boardOf(door: Door, args: Arguments): Promise<Answer> {
  const { cycle } = args.options
  const asked = typeof cycle === 'string' ? { period: cycle } : {}
  const answer = (await door.perform('evaluation.board', provinceOf(args), asked)) as Board
  const { rows, totals, periodLabel } = answer
  const state = ({ closed, state: now }: Board['rows'][number]) =>
    closed ? 'đã khóa' : now === 'overdue' ? 'quá hạn' : 'đang mở'
  return {
    json: answer,
    lines: periodLabel
      ? [
          `Đánh giá ${periodLabel}: ${totals.units} đơn vị, ${totals.people} người; đã tự đánh giá ${totals.selfDone}, đã xếp loại ${totals.reviewed}; khóa ${totals.closed}, quá hạn ${totals.overdue}.`,
          ...table([
            ['Đơn vị', 'Người', 'Tự đánh giá', 'Đã xếp', 'Bước', 'Hạn', 'Tình trạng'],
            ...rows.map((row) => [
              row.agencyName ? `${row.unitName}, ${row.agencyName}` : row.unitName,
              row.people,
              row.selfDone,
              row.reviewed,
              row.stepLabel,
              inVietnamese(row.dueOn),
              state(row),
            ]),
          ]),
        ]
      : ['Chưa mở kỳ đánh giá nào.'],
  }
}

type Board = z.output<typeof board.output>

const isQuestion = (word: string): word is keyof typeof QUESTIONS => Object.hasOwn(QUESTIONS, word)

/** JSON is read as the YAML it is, which knows the line of every mistake. */
function fileNamed(path: string): PackFile {
  if (!existsSync(path))
    throw new Refusal('not_found', `Không đọc được tệp ${path}: không có tệp này.`)
  try {
    return readPackFile(path, basename(path))
  } catch (error) {
    if (error instanceof PackError)
      throw new Refusal('invalid', `Tệp không đúng JSON: ${error.message}`)
    throw error
  }
}

function read<Shape extends z.ZodType>(file: PackFile, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(file.content, { error: VIETNAMESE })
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    const path = [...(issue.path as (string | number)[]), ...(unknown ? [unknown] : [])]
    const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
    const says = unknown ? `không hiểu mục “${unknown}”` : wording(issue)
    return file.mistake(path, `${place.replace(/^\./, '') || 'tệp'}: ${says}`).message
  })
  throw new Refusal('invalid', errors.join('\n'), { errors })
}

const VIETNAMESE = z.locales.vi().localeError

/** What no shape words itself is said plainly, without the names of types. */
const wording = ({ code, message }: z.core.$ZodIssue) =>
  message.startsWith('Đầu vào không hợp lệ')
    ? code === 'invalid_type'
      ? 'thiếu hoặc sai kiểu'
      : 'không đúng dạng, xem docs/evaluation.md'
    : message

function linesOf(answer: Answered): string[] {
  const list = (name: string) => (answer[name] ?? []) as Record<string, unknown>[]
  return [
    ...list('steps').map(({ text, clause }) => `${text}  [${clause}]`),
    ...list('groups').map(
      ({ group, arithmetic, excellent, over, who }) =>
        `${group}: ${arithmetic}; đang xếp ${excellent}${over ? `, quá ${over}: ${(who as string[]).join(', ')}` : ''}`,
    ),
    ...list('violations').map(({ who, says, clause }) => `${who}: ${says}  [${clause}]`),
    ...(answer.ok === true ? [`Trong trần.  [${answer.clause}]`] : []),
    ...(answer.ok === false ? [`Vượt trần.  [${answer.clause}]`] : []),
    ...(answer.violations && list('violations').length === 0
      ? ['Không có ràng buộc nào bị vi phạm.']
      : []),
  ]
}
