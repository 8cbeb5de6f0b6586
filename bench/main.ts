/** `npm run bench [people …]`: ratios in one run on a PostgreSQL server, written to docs/benchmarks.md. */

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { compose, LOCAL, provinceByCode } from '#server/house.ts'
import { inSchema, openServer } from '#server/kernel/database.ts'
import { todayInVietnam } from '#server/kernel/dates.ts'
import { migrateHouse } from '#server/kernel/migrate.ts'
import { growProvince, loadProvince } from '#server/seed/load.ts'
import { startPostgres } from '../tools/postgres.ts'
import { benchEvaluation, fillEvaluations } from './evaluation.ts'
import { benchForms } from './forms.ts'
import { benchImport } from './imports.ts'
import { benchReorganisation, fillUnits } from './reorganisations.ts'
import type { Bench, Result } from './result.ts'
import { benchRoster } from './roster.ts'
import { benchTargets } from './targets.ts'

const sizes = process.argv.slice(2).map(Number)
const server = await startPostgres({
  fsync: 'on',
  shared_buffers: '1GB',
  work_mem: '64MB',
  jit: 'off',
})
const results: Result[] = []
try {
  for (const people of sizes.length > 0 ? sizes : [30_000, 300_000])
    results.push(...(await benchAt(people)))
} finally {
  server.stop()
}
const report = render(results)
console.log(report)
writeFileSync(join(import.meta.dirname, '../docs/benchmarks.md'), report)
process.exit(results.every(({ ratio, limit }) => ratio <= limit) ? 0 : 1)

async function benchAt(people: number): Promise<Result[]> {
  const database = openServer(await freshDatabase(people))
  await migrateHouse(database.db)
  const loaded = await loadProvince(database, 'quang-binh')
  await growProvince(database, 'quang-binh', people - loaded.people)
  const province = await provinceByCode(database, 'quang-binh')
  await database.db.transaction().execute(async (trx) => {
    await inSchema(trx, province.schema_name)
    await trx
      .insertInto('pack_adoption')
      .values({ pack_id: 'lang-son-12-kh-ubnd-2024', during: '[2024-01-18,)' })
      .execute()
    await trx
      .deleteFrom('pack_adoption')
      .where('pack_id', '=', 'quang-binh-01-da-tu-2021')
      .execute()
    await fillUnits(trx)
    // Twelve months of everybody: a province of the size the bound is about.
    if (people <= 30_000) await fillEvaluations(trx)
  })
  await sql`vacuum analyze`.execute(database.db)
  const bench: Bench = { house: compose(database), province, actor: LOCAL, people }
  try {
    const targets = await benchTargets(bench)
    const roster = await benchRoster(bench)
    const forms = await benchForms(bench)
    const reorganisation = await benchReorganisation(bench)
    const evaluation = people <= 30_000 ? await benchEvaluation(bench) : []
    const imports = people <= 30_000 ? await benchImport(bench) : []
    return [...targets, ...roster, ...forms, ...reorganisation, ...evaluation, ...imports]
  } finally {
    await database.close()
  }
}

async function freshDatabase(people: number): Promise<string> {
  const admin = openServer(server.url)
  await sql`create database ${sql.id(`bench_${people}`)}`.execute(admin.db)
  await admin.close()
  return server.url.replace(/postgres$/, `bench_${people}`)
}

function render(rows: Result[]): string {
  const line = ({ people, what, ours, theirs, against, ratio, limit }: Result) =>
    `| ${people.toLocaleString('en')} | ${what} | ${ours.toFixed(0)} | ${theirs.toFixed(0)} | ${against} | **${ratio.toFixed(2)}** | ${limit} | ${ratio <= limit ? 'yes' : 'no'} |`
  return `# Benchmarks

Written by \`npm run bench\` on ${todayInVietnam()}: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node},
${server.version}. Medians in milliseconds of runs taken in turn; only the ratios travel to another machine.

| people | what | ours | other | against | ratio | limit | kept |
|---|---|---|---|---|---|---|---|
${rows.map(line).join('\n')}
`
}
