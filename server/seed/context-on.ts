import { permits } from '#server/access/roles.ts'
import { appendAudit } from '#server/audit/append.ts'
import { keepApart } from '#server/authority/keep-apart.ts'
import { targetsByFact } from '#server/directives/leaning.ts'
import { parametersOn } from '#server/directives/parameters.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Database, Db } from '#server/kernel/database.ts'
import { vocabulary } from '#server/vocabulary.ts'

/** The product's own questions, asked by the office that follows a directive, on a day gone by. */
export function contextOn(
  database: Database,
  db: Db,
  { code, name }: { code: string; name: string },
  today: string,
): Context {
  const laws = { parametersOn, targetsByFact, keepApart }
  const house = { database, vocabulary, appendAudit, permits, ...laws }
  return {
    db,
    today,
    house: { ...house, today: () => today },
    province: { code, schema_name: '', name, demonstration: true, looks_at: today },
    actor: {
      ...{ name: 'tinh', displayName: 'Cơ quan theo dõi', position: null },
      ...{ role: 'province_officer', scope: null, unitId: null, cadreId: null },
    },
  }
}
