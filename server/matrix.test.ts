import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { test as base, describe, expect } from 'vitest'
import { rolesOn } from './access/roles.ts'
import { PEOPLE, UNITS } from './cast.ts'
import type { Actor, Context } from './kernel/context.ts'
import { fileAnswer, type Operation } from './kernel/operation.ts'
import { Refusal } from './kernel/refusal.ts'
import { EVALUATION_ASKED, withEvaluation } from './matrix-evaluation.ts'
import { EXAMS_ASKED, withExams } from './matrix-exams.ts'
import { ASKED_OF_INSPECTION, withInspection } from './matrix-inspection.ts'
import { PUBLICITY_ASKED, withPublicity } from './matrix-publicity.ts'
import { askedOfReports, writePeriodicReport } from './matrix-reports.ts'
import { ASKED_OF_TASKS, writeTaskOf } from './matrix-tasks.ts'
import { routes } from './routes.ts'
import { inTransaction, seenBy } from './testing.ts'

/** Every route, every role, own, sibling and foreign people: no answer may hold what is out of scope. */

const AS_OF = '2024-10-31'
const NOBODY = { from: -1, to: -1 }

const READERS: Record<string, Partial<Actor>> = {
  unit_officer: { role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id },
  unit_officer_of_nothing: { role: 'unit_officer', scope: NOBODY },
  cadre: { role: 'cadre', scope: NOBODY, cadreId: PEOPLE.dung },
  admin: { role: 'admin', scope: NOBODY },
}

/** Who each reader may read of. */
const MINE: Record<string, readonly number[]> = {
  unit_officer: [PEOPLE.binh, PEOPLE.hoa, PEOPLE.nam, PEOPLE.lan, PEOPLE.dung],
  unit_officer_of_nothing: [],
  cadre: [PEOPLE.dung],
  admin: [],
}

const PERSON_IDS = [PEOPLE.dung, PEOPLE.binh, PEOPLE.thu, PEOPLE.yen, PEOPLE.duc, 999]
const perPerson = (more: object = {}) => PERSON_IDS.map((id) => ({ id, asOf: AS_OF, ...more }))
const FILTERS = [
  { asOf: AS_OF },
  { asOf: AS_OF, q: 'thu' },
  { asOf: AS_OF, unitId: UNITS.health.id },
  { asOf: AS_OF, sex: 'female', sort: 'born' },
  { asOf: AS_OF, serving: 'all' },
  { asOf: '2021-06-01' },
]
const PER_TARGET = ['LS-T2', 'LS-T7', 'QB-T1', 'QB-T7'].map((id) => ({ id, asOf: AS_OF }))

const DUE = [
  { asOf: AS_OF, to: '2060-12-31' },
  { asOf: AS_OF, to: '2060-12-31', unitId: UNITS.health.id },
]

/** What is asked of each question that speaks of people; other questions are asked with the date. */
const ASKED: Record<string, readonly object[]> = {
  'cadres.list': FILTERS,
  'cadres.export': FILTERS,
  'cadres.file': perPerson(),
  'cadres.card': perPerson(),
  'cadres.duplicate_pair': [
    { oneId: PEOPLE.dung, otherId: PEOPLE.thu },
    { oneId: PEOPLE.yen, otherId: PEOPLE.duc },
  ],
  'cadres.restricted_groups': PERSON_IDS.map((id) => ({ id })),
  'cadres.restricted_group': PERSON_IDS.map((id) => ({
    id,
    group: 'identity_numbers',
    reason: 'kiểm tra theo ma trận',
  })),
  'cadres.record': perPerson(),
  'cadres.choices': [{ type: 'unit' }, { type: 'post', unitId: UNITS.health.id }],
  'cadres.person_completeness': perPerson(),
  'cadres.documents': PERSON_IDS.map((id) => ({ id })),
  'cadres.fact_history': PERSON_IDS.map((id) => ({
    id,
    section: 'identity_numbers',
    reason: 'kiểm tra theo ma trận',
  })),
  'cadres.export_records': [{ asOf: AS_OF }, { format: 'csv' }, { unitId: UNITS.health.id }],
  'cadres.document_file': PERSON_IDS.map((id) => ({ id, documentId: 1 })),
  'cadres.declaration': [{ declarationId: 1 }, { declarationId: 2 }],
  'cadres.declarations': [{}, { waiting: 'any' }, { id: PEOPLE.thu }],
  'cadres.supplement_progress': [{ roundId: 1 }],
  'cadres.supplement_people': [{ roundId: 1 }],
  'cadres.print_file': PERSON_IDS.map((id) => ({ id })),
  'audit.dossier': PERSON_IDS.map((cadreId) => ({ cadreId, reason: 'kiểm tra theo ma trận' })),
  'audit.of_person': PERSON_IDS.map((id) => ({ id })),
  'authority.kinship_of': PERSON_IDS.map((id) => ({ id, reason: 'kiểm tra theo ma trận' })),
  'authority.conflicts_in': PERSON_IDS.map((candidateId) => ({
    candidateId,
    proposerId: PEOPLE.hoa,
  })),
  'due.list': DUE,
  ...ASKED_OF_TASKS,
  ...ASKED_OF_INSPECTION,
  'due.counts': DUE,
  'due.export': DUE,
  'due.calendar': DUE,
  'agenda.list': DUE,
  'agenda.calendar': DUE,
  ...askedOfReports(AS_OF, PERSON_IDS),
  ...EVALUATION_ASKED,
  ...EXAMS_ASKED,
  'directives.about_person': perPerson(),
  ...PUBLICITY_ASKED,
  'cadres.person_standing': perPerson(),
  'cadres.vacancy': [1, 2, 6].map((postId) => ({ postId, asOf: AS_OF, from: 'everywhere' })),
  'cadres.vacancies': [{ asOf: AS_OF, months: 120, rank: 'all' }],
  'cadres.quota_people': [UNITS.home, UNITS.health].map(({ id }) => ({
    unitId: id,
    kind: 'civil_servant',
    asOf: AS_OF,
  })),
  'cadres.standing_people': [{ asOf: AS_OF }, { asOf: AS_OF, unitId: UNITS.health.id, of: 'next' }],
  'cadres.reviews': [{ asOf: AS_OF }, { asOf: AS_OF, unitId: UNITS.health.id }],
  'reorganisations.overseen': [UNITS.home, UNITS.commune].map(({ id }) => ({ id, asOf: AS_OF })),
  'organisation.unit': [UNITS.home, UNITS.health, UNITS.commune].map(({ id }) => ({
    id,
    asOf: AS_OF,
  })),
  'directives.targets': [{ asOf: AS_OF }, { asOf: AS_OF, unitId: UNITS.health.id }],
  'directives.target': PER_TARGET,
  'directives.target_units': PER_TARGET,
  'directives.target_subjects': PER_TARGET.flatMap((asked) => [
    asked,
    { ...asked, unitId: UNITS.health.id },
    { ...asked, cadreId: PEOPLE.thu },
  ]),
  'directives.target_trend': [{ id: 'LS-T2', from: '2022-01-01', to: AS_OF }],
}

/** The directory card: name, title and unit of anyone, for everyone with an account, by decision
 * 9; whoever is asked for an opinion is shown the cards of those it is about. */
const OPEN_TO_ALL = new Set(['cadres.card', 'evaluation.opinions_to_give'])

async function withEverything(ctx: Context): Promise<void> {
  await withExams(ctx.db)
  await withEvaluation(ctx.db)
  for (const pack_id of ['lang-son-12-kh-ubnd-2024', 'quang-binh-01-da-tu-2021']) {
    await ctx.db.insertInto('pack_adoption').values({ pack_id, during: '[2021-01-01,)' }).execute()
  }
  await sql`insert into cadre_private (cadre_id, national_id, phone)
    select id, '0200000000' || lpad(id::text, 2, '0'), '09000000' || lpad(id::text, 2, '0') from cadre`.execute(
    ctx.db,
  )
  await sql`insert into supplement_round (id, year, opened_on, deadline, sections)
    values (1, 2024, '2024-01-01', '2024-12-31', '{identity}')`.execute(ctx.db)
  await writeTaskOf(ctx, UNITS.health.id)
  await writePeriodicReport(ctx, UNITS.health.id)
  await withPublicity(ctx)
  await withInspection(ctx)
  await sql`insert into declaration (id, cadre_id, account_name) values (1, ${PEOPLE.thu}, 'thu')`.execute(
    ctx.db,
  )
  await sql`insert into record_document
      (id, cadre_id, section, title, file_name, media_type, size, sha256, content, account_name)
    values (1, ${PEOPLE.thu}, 'awards', 'Ngô Thị Thu', 'x.pdf', 'application/pdf', 1, '', 'x', 'thu')`.execute(
    ctx.db,
  )
}

/** What must not be read: names, record numbers and identity numbers of people out of scope. */
async function secretsOf({ db }: Context, mine: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{
    id: number
    full_name: string
    record_no: string
    national_id: string
    phone: string
  }>`
    select c.id, full_name, record_no, national_id, phone from cadre c join cadre_private p on p.cadre_id = c.id`.execute(
    db,
  )
  return rows
    .filter(({ id }) => !mine.includes(id))
    .flatMap((row) => [row.full_name, row.record_no, row.national_id, row.phone])
}

/** One province with everything in it, filled once; whatever a test does there is taken back. */
const test = base.extend<{ filled: Context; ctx: Context }>({
  filled: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures from the pattern.
    async ({}, use) =>
      inTransaction(async (ctx) => {
        await withEverything(ctx)
        await use(ctx)
      }),
    { scope: 'file' },
  ],
  ctx: async ({ filled }, use) => {
    await sql`savepoint test`.execute(filled.db)
    await use(filled)
    await sql`rollback to savepoint test`.execute(filled.db)
  },
})

function textOf(operation: Operation, output: unknown): string {
  if (operation.output !== fileAnswer) return JSON.stringify(output)
  const { bytes } = output as { bytes: Uint8Array }
  if (bytes[0] !== 0x50) return new TextDecoder().decode(bytes)
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
}

const OPERATIONS = Object.values<Operation>(routes)
const QUESTIONS = OPERATIONS.filter(({ kind }) => kind !== 'command')

describe.each(Object.keys(READERS))('%s', (reader) => {
  test.for(QUESTIONS.map((operation) => [operation.operation, operation] as const))(
    'learns nothing out of scope from %s',
    async ([name, operation], { ctx }) => {
      const secrets = await secretsOf(ctx, MINE[reader] ?? [])
      const other = await seenBy(ctx, READERS[reader] ?? {})
      for (const input of ASKED[name] ?? [{ asOf: AS_OF }, {}]) {
        const said = await answerOf(other, operation, input)
        if (OPEN_TO_ALL.has(name)) continue
        expect(secrets.filter((secret) => said.includes(secret))).toEqual([])
      }
    },
  )
})

/** An answer, or the refusal: both must keep what is not theirs to tell. */
async function answerOf(ctx: Context, operation: Operation, input: object): Promise<string> {
  await sql`savepoint asked`.execute(ctx.db)
  try {
    return textOf(operation, await operation(ctx, input))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint asked`.execute(ctx.db)
    return JSON.stringify([error.message, error.details])
  }
}

describe('the matrix asks in earnest', () => {
  /** Need a file, a second matter or a record of their own: covered beside their files. */
  const elsewhere = new Set([
    'cadres.preview_import',
    'cadres.import_original',
    'authority.who_may',
    'reports.signed',
    'reports.signed_file',
    'reports.paper_template',
    'due.reminders',
    'evaluation.own',
    'evaluation.own_list',
    'evaluation.published_list',
    'evaluation.opinions_to_give',
    'reorganisations.plan',
    'publicity.own',
  ])

  test.for(
    QUESTIONS.filter(({ operation }) => !elsewhere.has(operation)).map(
      (operation) => [operation.operation, operation] as const,
    ),
  )('%s answers the province officer, or who it is about', async ([name, operation], { ctx }) => {
    const asker = (await ctx.house.permits(ctx, name)) ? ctx : await seenBy(ctx, SELF)
    const answers = []
    for (const input of ASKED[name] ?? [{ asOf: AS_OF }, {}])
      answers.push(await answerOf(asker, operation, input))
    if (name.startsWith('access.own_')) return
    expect(answers.some((said) => !said.startsWith('["'))).toBe(true)
  })

  test('and the list it hides from others is there for the officer', async ({ ctx }) => {
    const list = OPERATIONS.find(({ operation }) => operation === 'cadres.export')
    expect(list && (await answerOf(ctx, list, { asOf: AS_OF }))).toContain('Ngô Thị Thu')
  })
})

/** Whose own papers the matrix lays out. */
const SELF = { role: 'cadre', cadreId: PEOPLE.dung }

describe('permission', () => {
  test.for(OPERATIONS.map((operation) => [operation.operation, operation] as const))(
    '%s is refused to every role that was not given it',
    async ([name, operation], { ctx }) => {
      for (const { code: role } of await rolesOn(ctx.db, ctx.today)) {
        const other = await seenBy(ctx, { role })
        if (await ctx.house.permits(other, name)) continue
        await expect(operation(other, {} as never)).rejects.toMatchObject({ kind: 'forbidden' })
      }
    },
  )

  test('an inspector was given no command', async ({ ctx: officer }) => {
    const ctx = await seenBy(officer, { role: 'inspector' })
    const own = /^access\.(change_password|start_|confirm_|remove_|renew_|end_o)/
    const given = []
    for (const { kind, operation } of OPERATIONS)
      if (kind === 'command' && (await ctx.house.permits(ctx, operation))) given.push(operation)
    expect(given.filter((name) => !own.test(name))).toEqual([])
  })
})
