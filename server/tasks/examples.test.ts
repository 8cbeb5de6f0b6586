import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPack, SHIPPED, shippedPacks } from '#server/directives/packs.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { occurrencesOf } from './occurrences.ts'
import { standingOf } from './state.ts'

const packs = shippedPacks(vocabulary).filter(({ tasks }) => tasks)
const parameters = shippedPacks(vocabulary).flatMap((pack) => pack.parameters)
const valueNamed = (name: string) =>
  parameters.find((parameter) => parameter.name === name)?.values.at(-1)?.value

describe('the worked cases of tasks.yaml', () => {
  const cases = packs.flatMap(({ id, in_force, tasks }) =>
    (tasks?.examples ?? []).map(
      (example) => [`${id}: ${example.says}`, { in_force, tasks, example }] as const,
    ),
  )
  test.each(cases)('%s', (_, { in_force, tasks, example }) => {
    const holidays = new Set(valueNamed('public_holidays') as string[])
    const task = tasks?.tasks.find(({ id }) => id === example.task)
    const [found] = occurrencesOf(task?.due ?? 'lasting', {
      from: in_force.from,
      to: in_force.to ?? null,
      on: example.on,
      until: example.on,
      happened: Object.entries(example.events).map(([event, on]) => ({
        event,
        on,
        nth: 1,
        document: 'x',
        dueOn: null,
      })),
      eventLabel: (event) => event,
      daysNamed: (name) => valueNamed(name) as string[],
      holidays,
      rollsOver: true,
      beforeCounts: valueNamed('before_day_counts') === true,
    })
    if (!found) throw new Error('the task does not come round')
    const { state, due } = standingOf(found, [], { on: example.on, soonDays: 15, holidays })
    expect(state).toBe(example.expect.state)
    if (example.expect.due) expect(due).toBe(example.expect.due)
  })

  test('the four directives hold all their assignments, each with what to show', () => {
    expect(packs.map(({ tasks }) => tasks?.tasks.length)).toEqual([21, 39, 14, 16])
  })
})

describe('a mistake in tasks.yaml', () => {
  const broken = (from: string, to: string) => () => {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'))
    const name = 'ben-tre-4447-kh-ubnd-2018'
    cpSync(join(SHIPPED, name), join(folder, name), { recursive: true })
    const file = join(folder, name, 'tasks.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
    return loadPack(folder, name, vocabulary, parameters)
  }

  test.each([
    [
      'lead: so-noi-vu',
      'lead: so-noi-vuu',
      /tasks\.yaml:\d+: unknown body "so-noi-vuu".*"so-noi-vu"/,
    ],
    [
      'talent_strategy_issued }',
      'talent_stratgy_issued }',
      /unknown event .*"talent_strategy_issued"/,
    ],
    ['targets: [BT-T1]', 'targets: [BT-T9]', /unknown target "BT-T9".*"BT-T1"/],
    [
      'product: "Kế hoạch tuyên truyền',
      'prodct: "Kế hoạch tuyên truyền',
      /unknown word "prodct".*"product"/,
    ],
    ['due: { quarter: 2018-Q4 }', 'due: { quater: 2018-Q4 }', /due is lasting, or one of/],
  ])('%s → %s is said with file, line and the nearest word', (from, to, message) => {
    expect(broken(from, to)).toThrow(message)
  })
})
