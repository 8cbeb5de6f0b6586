import { dayBetween } from './days.ts'
import { agencies, live } from './ordinary.ts'
import { planRows, type Rows } from './plan.ts'
import type { ExcellentShare } from './ratings.ts'
import { type Person, tenureOn, type World } from './world.ts'

const TESTED_FROM = 2022
const TESTED_TO = 2025
const CLASSES = [
  ['VHCV-2022-01', '2022-05-20'],
  ['VHCV-2022-02', '2022-10-14'],
  ['VHCV-2023-01', '2023-04-21'],
  ['VHCV-2023-02', '2023-09-29'],
] as const
const TRAINED_IN_A_CLASS = 150

/** Vĩnh Phúc: evaluation by products, the cap on "excellent", the yearly test, the culture classes. */
export function planVinhPhuc(world: World): Rows {
  live(world)
  issueRegulations(world)
  testKnowledge(world)
  teachPublicServiceCulture(world)
  return planRows(world, excellent)
}

/** Most houses keep under the cap of a fifth, some in some years do not. */
const excellent: ExcellentShare = (world, _unit, _year) =>
  world.random.chance(0.86) ? 0.12 + world.random.next() * 0.08 : 0.21 + world.random.next() * 0.07

function issueRegulations(world: World): void {
  for (const unit of agencies(world, '2022-01-01')) {
    if (world.random.chance(0.07)) continue
    const issued = dayBetween(world.random, '2022-01-10', '2024-06-30')
    world.extras.push({
      table: 'unit_document',
      row: {
        unit_id: unit.id,
        kind: 'evaluation_regulation',
        number: `${world.random.int(11, 390)}/QĐ-${unit.short ?? 'UBND'}`,
        title: 'Quy chế đánh giá, xếp loại cán bộ theo quý bằng sản phẩm công việc',
        issued_on: issued,
        period: null,
      },
    })
  }
}

/** In the last quarter nearly all professional civil servants take the test. */
function testKnowledge(world: World): void {
  for (let year = TESTED_FROM; year <= TESTED_TO; year++) {
    const course = openCourse(
      world,
      `KT-${year}`,
      'knowledge_test',
      `Tự kiểm tra kiến thức chuyên môn năm ${year}`,
      `${year}-11-30`,
    )
    for (const person of world.people) {
      const tenure = tenureOn(person, `${year}-11-30`)
      if (tenure?.rank !== 'specialist' || !world.random.chance(0.965)) continue
      if (tenureOn(person, `${year}-10-05`) === undefined) continue
      const on = dayBetween(world.random, `${year}-10-06`, `${year}-11-28`)
      record(world, person, course, on, `${world.random.int(52, 98)}/100`)
    }
  }
}

/** Four classes, 600 people, nobody twice. */
function teachPublicServiceCulture(world: World): void {
  const waiting = world.random.shuffle(world.people)
  CLASSES.forEach(([code, ended], index) => {
    const name = `Bồi dưỡng văn hóa công vụ, lớp ${index + 1}`
    const course = openCourse(world, code, 'public_service_culture', name, ended)
    for (let trained = 0; trained < TRAINED_IN_A_CLASS; trained++) {
      const at = waiting.findIndex((person) => tenureOn(person, ended) !== undefined)
      const [person] = at < 0 ? [] : waiting.splice(at, 1)
      if (!person) throw new Error('Too few people serve to fill the classes.')
      record(world, person, course, ended, 'Đạt')
    }
  })
}

function openCourse(
  world: World,
  code: string,
  topic: string,
  name: string,
  ended_on: string,
): number {
  const id = world.extras.filter(({ table }) => table === 'training_course').length + 1
  world.extras.push({ table: 'training_course', row: { id, code, topic, name, ended_on } })
  return id
}

function record(world: World, person: Person, course_id: number, on: string, result: string): void {
  world.extras.push({
    table: 'training_record',
    row: { cadre_id: person.id, course_id, completed_on: on, result },
  })
}
