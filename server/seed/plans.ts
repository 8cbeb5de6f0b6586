import { planBenTre } from './ben-tre.ts'
import { planLangSon } from './lang-son.ts'
import { buildOrganisation } from './organisation.ts'
import type { Rows } from './plan.ts'
import { readProvinceFile, readTitles } from './province-file.ts'
import { planQuangBinh } from './quang-binh.ts'
import { planVinhPhuc } from './vinh-phuc.ts'
import { createWorld, type World } from './world.ts'

/** Each demonstration province tells what its own directive asks about. */
const STORIES: Record<string, (world: World) => Rows> = {
  'ben-tre': planBenTre,
  'lang-son': planLangSon,
  'quang-binh': planQuangBinh,
  'vinh-phuc': planVinhPhuc,
}

/** All rows of a demonstration province; the same every time. */
export function planProvince(code: string): { world: World; rows: Rows } {
  const story = STORIES[code]
  if (!story) throw new Error(`No demonstration province has the code "${code}".`)
  const world = createWorld(readProvinceFile(code), readTitles())
  buildOrganisation(world)
  return { world, rows: story(world) }
}
