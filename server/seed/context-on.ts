import { compose } from '#server/house.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Database, Db } from '#server/kernel/database.ts'

/** The product's own questions, asked by the office that follows a directive, on a day gone by. */
export function contextOn(
  database: Database,
  db: Db,
  { code, name }: { code: string; name: string },
  today: string,
): Context {
  return {
    db,
    today,
    house: compose(database, () => today),
    province: { code, schema_name: '', name, demonstration: true, looks_at: today },
    actor: {
      ...{ name: 'tinh', displayName: 'Cơ quan theo dõi', position: null },
      ...{ role: 'province_officer', scope: null, unitId: null, cadreId: null },
    },
  }
}
