import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { packShape } from '#server/directives/pack-shape.ts'
import { SHIPPED } from '#server/directives/packs.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { openFrom } from './days.ts'
import type { Rows } from './plan.ts'
import { readTitles } from './province-file.ts'
import { titleRows } from './title-rows.ts'

/** What a real province starts with: itself as the root of the tree, titles, adopted directives. */
export function emptyProvinceRows(name: string, packs: readonly string[]): Rows {
  const from = '2000-01-01'
  const title = /^(tỉnh|thành phố)\s/i.test(name) ? name : `Tỉnh ${name}`
  const rows: Rows = new Map()
  rows.set('unit', [
    {
      id: 1,
      code: 'tinh',
      kind: 'province',
      level: 'province',
      during: openFrom(from),
      tree_from: 1,
      tree_to: 1,
    },
  ])
  rows.set('unit_name', [{ unit_id: 1, name: title, during: openFrom(from) }])
  const { job_title, title_standard } = titleRows(readTitles())
  rows.set('job_title', job_title)
  rows.set('title_standard', title_standard)
  rows.set(
    'pack_adoption',
    packs.map((id) => ({ pack_id: id, during: openFrom(inForceFrom(id)) })),
  )
  return rows
}

/** A directive binds from the day it is in force; the province can set another day later. */
function inForceFrom(id: string): string {
  const file = join(SHIPPED, id, 'pack.yaml')
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(file)) {
    const known = readdirSync(SHIPPED).sort().join(', ')
    throw new Refusal(
      'invalid',
      `Không có bộ quy định “${id}”. Các bộ có sẵn: ${known}. Chưa tạo gì.`,
    )
  }
  return packShape.parse(parse(readFileSync(file, 'utf8'))).in_force.from
}
