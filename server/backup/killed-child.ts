/**
 * Changes an embedded database without end until it is killed (killed.test.ts): commands that write
 * several rows, and imports. Says each change on its output only once it has been acknowledged.
 */
import { writeSync } from 'node:fs'
import { z } from 'zod'
import { commitImport } from '#server/cadres/imports/imports.ts'
import { readConfig } from '#server/config.ts'
import { LOCAL, openHouse, provinceByCode } from '#server/house.ts'
import { command, enter } from '#server/kernel/operation.ts'
import { writeWorkbook } from '#server/office/workbook.ts'

const PEOPLE = 15
const run = process.argv[2] ?? ''

/** Three certificates and a number on the record: all of them or none. */
const award = command({
  name: 'cadres.award_for_test',
  input: z.object({ mark: z.string() }),
  output: z.object({}),
  async run({ db }, { mark }) {
    for (const kind of ['it', 'language', 'defence']) {
      await db
        .insertInto('certificate')
        .values({ cadre_id: 1, kind, level: 'basic', name: mark })
        .execute()
    }
    await db.updateTable('cadre').set({ staff_number: mark }).where('id', '=', 1).execute()
    return {}
  },
})

const { house } = await openHouse(readConfig())
const province = await provinceByCode(house.database, 'thu-nghiem')
say({ ready: true })
for (let turn = 0; ; turn++) {
  const mark = `${run}-${turn}`
  if (turn % 3 === 1) {
    const file = await list(mark)
    const { importId, accepted } = await enter(house, province, LOCAL, 'command', (ctx) =>
      commitImport(ctx, { file }),
    )
    if (accepted !== PEOPLE) throw new Error(`${accepted} of ${PEOPLE} were accepted`)
    say({ importId })
  } else {
    await enter(house, province, LOCAL, 'command', (ctx) => award(ctx, { mark }))
    say({ mark })
  }
}

async function list(mark: string) {
  const bytes = await writeWorkbook([
    {
      name: 'DS',
      columns: ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đơn vị', 'Số CCCD'].map((header) => ({
        header,
      })),
      rows: Array.from({ length: PEOPLE }, (_, index) => [
        index + 1,
        'Lục Văn Hai',
        '1/2/1980',
        'Nam',
        'Sở Y tế',
        identity(mark, index),
      ]),
    },
  ])
  return { name: `${mark}.xlsx`, bytes }
}

/** Twelve digits nobody else in the run has. */
function identity(mark: string, index: number): string {
  const [round = 0, turn = 0] = mark.split('-').map(Number)
  return `0${String(round * 1e7 + turn * 100 + index).padStart(11, '0')}`
}

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
