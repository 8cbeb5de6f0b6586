import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { writeWorkbook } from '#server/office/workbook.ts'

const id = wholeNumber
const counts = {
  people: z.number(),
  running: z.number(),
  handedIn: z.number(),
  marked: z.number(),
  passed: z.number(),
  average: z.number().nullable(),
}

const roundShape = z.object({
  id: z.number(),
  name: z.string(),
  unit: z.string(),
  blueprint: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  basis: z.string(),
  state: z.enum(['to_come', 'open', 'over']),
  ...counts,
})

/** Every round with how far it has come, among the people the reader sees. */
export const rounds = query({
  name: 'exams.rounds',
  input: z.strictObject({ asOf: z.string().optional() }),
  output: z.array(roundShape),
  async run({ db, today }) {
    const { rows } = await sql<z.output<typeof roundShape>>`
      select r.id, r.name, coalesce(n.name, u.code) as unit, b.name as blueprint,
        r.opens_on::text as "opensOn", r.closes_on::text as "closesOn", r.basis,
        case when r.opens_on > ${today}::date then 'to_come'
          when r.closes_on < ${today}::date then 'over' else 'open' end as state, ${COUNTED}
      from exam_round r join exam_blueprint b on b.id = r.blueprint_id
      join unit u on u.id = r.unit_id
      left join unit_name n on n.unit_id = u.id and n.during @> r.opens_on
      join exam_paper p on p.round_id = r.id
      group by r.id, u.code, n.name, b.name order by r.opens_on desc, r.id desc`.execute(db)
    return rows
  },
})

const COUNTED = sql`count(*)::int as people,
  count(*) filter (where p.started_at is not null and p.submitted_at is null)::int as running,
  count(p.submitted_at)::int as "handedIn", count(p.score)::int as marked,
  count(*) filter (where p.passed)::int as passed,
  round(avg(p.score / p.max_score * 100), 1)::float as average`

const personShape = z.object({
  cadreId: z.number(),
  name: z.string(),
  unit: z.string(),
  state: z.enum(['waiting', 'running', 'to_mark', 'marked']),
  submittedBy: z.enum(['person', 'server']).nullable(),
  score: z.number().nullable(),
  maxScore: z.number(),
  passed: z.boolean().nullable(),
})

const boardShape = z.object({
  units: z.array(z.object({ unit: z.string(), ...counts })),
  people: z.array(personShape),
})
type Board = z.output<typeof boardShape>

/** One round by unit and by person: who has not begun, who writes, what came of it. */
export const board = query({
  name: 'exams.board',
  input: z.strictObject({ id }),
  output: boardShape,
  run: (ctx, input) => boardOf(ctx, input.id),
})

async function boardOf({ db }: Context, round: number): Promise<Board> {
  const units = await sql<Board['units'][number]>`
    select coalesce(n.name, u.code) as unit, ${COUNTED}
    from exam_paper p join unit u on u.id = p.unit_id join exam_round r on r.id = p.round_id
    left join unit_name n on n.unit_id = u.id and n.during @> r.opens_on
    where r.id = ${round} group by u.id, u.code, n.name order by u.tree_from`.execute(db)
  const people = await sql<Board['people'][number]>`
    select c.id as "cadreId", c.full_name as name, coalesce(n.name, u.code) as unit,
      case when p.score is not null then 'marked' when p.submitted_at is not null then 'to_mark'
        when p.started_at is not null then 'running' else 'waiting' end as state,
      p.submitted_by as "submittedBy", p.score::float as score, p.max_score::float as "maxScore", p.passed
    from exam_paper p join cadre c on c.id = p.cadre_id join unit u on u.id = p.unit_id
    join exam_round r on r.id = p.round_id
    left join unit_name n on n.unit_id = u.id and n.during @> r.opens_on
    where r.id = ${round} order by u.tree_from, c.name_key`.execute(db)
  if (people.rows.length > 0) return { units: units.rows, people: people.rows }
  throw new Refusal('not_found', 'Không có đợt kiểm tra này trong phạm vi tài khoản được xem.')
}

/** The results of a round as an office prints them. */
export const resultsFile = query({
  name: 'exams.results_file',
  records: 'export',
  input: z.strictObject({ id }),
  output: fileAnswer,
  about: ({ id }) => ({ caseRef: `exam_round:${id}` }),
  async run(ctx, { id }) {
    const { people } = await boardOf(ctx, id)
    const bytes = await writeWorkbook([
      {
        name: 'Kết quả',
        title: ['KẾT QUẢ TỰ KIỂM TRA KIẾN THỨC'],
        columns: [
          { header: 'TT', kind: 'number' },
          { header: 'Họ và tên' },
          { header: 'Đơn vị' },
          { header: 'Điểm', kind: 'number' },
          { header: 'Thang điểm', kind: 'number' },
          { header: 'Kết quả' },
        ],
        rows: people.map((one, index) => [
          ...[index + 1, one.name, one.unit, one.score, one.maxScore],
          one.passed === null ? 'Chưa có kết quả' : one.passed ? 'Đạt' : 'Chưa đạt',
        ]),
      },
    ])
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { fileName: `ket-qua-kiem-tra-${id}.xlsx`, mediaType, bytes }
  },
})
