import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { command, query, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable } from '#server/kernel/text.ts'
import { type QuestionRow, readQuestions } from './question-sheet.ts'
import { addQuestion } from './questions.ts'
import { difficultyCodes, kindCodes } from './words.ts'

const rowShape = z.object({
  row: z.number(),
  field: z.string(),
  topic: z.string(),
  kind: z.enum(kindCodes),
  difficulty: z.enum(difficultyCodes),
  stem: z.string(),
  options: z.array(z.string()),
  correct: z.array(z.number()),
  guide: z.string().nullable(),
  clause: z.string(),
  problems: z.array(z.object({ cell: z.string(), says: z.string() })),
})

/** A list of questions cell by cell, before anything is written; pasted text comes as a text file. */
export const previewQuestions = query({
  name: 'exams.preview_questions',
  dear: true,
  input: z.strictObject({ file: receivedFile }),
  output: z.object({ rows: z.array(rowShape), good: z.number() }),
  async run(ctx, { file }) {
    const rows = await checked(ctx, await readQuestions(file))
    return { rows, good: rows.filter(({ problems }) => problems.length === 0).length }
  },
})

/** Writes the questions; with problems only when the officer chose to leave those rows out. */
export const importQuestions = command({
  name: 'exams.import_questions',
  input: z.strictObject({ file: receivedFile, skip: z.enum(['true', 'false']).default('false') }),
  output: z.object({ added: z.number(), left: z.number() }),
  async run(ctx, { file, skip }) {
    const rows = await checked(ctx, await readQuestions(file))
    const good = rows.filter(({ problems }) => problems.length === 0)
    const wrong = rows.filter(({ problems }) => problems.length > 0)
    if (good.length === 0)
      throw new Refusal(
        'invalid',
        'Không có câu hỏi nào ghi được. Hãy sửa các ô đã nêu rồi gửi lại.',
        wrong,
      )
    if (wrong.length > 0 && skip === 'false')
      throw new Refusal(
        'invalid',
        `${wrong.length} dòng còn vướng, dòng đầu: ô ${wrong[0]?.problems[0]?.cell}, ${wrong[0]?.problems[0]?.says} Hãy sửa tệp, hoặc chọn bỏ qua các dòng ấy. Chưa ghi gì.`,
        wrong,
      )
    for (const row of good) await addQuestion(ctx, row)
    return { added: good.length, left: wrong.length }
  },
})

/** The same question twice, in the bank or in the list, is a problem of its cell. */
async function checked({ db }: Context, rows: QuestionRow[]): Promise<QuestionRow[]> {
  const stored = await sql<{ stem: string }>`
    select stem from exam_question where retired_on is null`.execute(db)
  const known = new Map(stored.rows.map(({ stem }) => [searchable(stem), 'đã có trong ngân hàng']))
  for (const one of rows) {
    const key = searchable(one.stem)
    const where = known.get(key)
    if (where && key) one.problems.push({ cell: `dòng ${one.row}`, says: `Câu hỏi này ${where}.` })
    known.set(key, `trùng với dòng ${one.row}`)
  }
  return rows
}
