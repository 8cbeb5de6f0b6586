import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { runExamples } from '#server/directives/examples.ts'
import { PackError } from '#server/directives/pack-file.ts'
import { loadPack, loadPacks, type Pack, shippedPacks } from '#server/directives/packs.ts'
import { runSchemeExamples } from '#server/evaluation/examples.ts'
import { todayInVietnam } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { vocabulary } from '#server/vocabulary.ts'
import { type Answer, type Command, PROVINCE, table } from './command.ts'
import { provinceOf } from './inputs.ts'

export const province: Command = {
  usage: 'province list   |   province create NAME --packs a,b',
  says: 'các tỉnh đang có; tạo một tỉnh thật, còn trống',
  options: { packs: { type: 'string' } },
  async run(door, { positionals: [verb, name], options }) {
    if (verb === 'list') {
      const rows = (await door.perform('house.provinces', null, {})) as {
        code: string
        name: string
        demonstration: boolean
      }[]
      return {
        json: rows,
        lines: table(
          rows.map(({ code, name, demonstration }) => [
            code,
            name,
            demonstration ? 'minh họa' : '',
          ]),
        ),
      }
    }
    if (verb !== 'create' || !name)
      throw new Refusal(
        'invalid',
        'Dùng: ngangtam province list | province create "Tỉnh X" --packs a,b',
      )
    const packs = String(options.packs ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean)
    const known = shippedPacks(vocabulary).map(({ id }) => id)
    const stranger = packs.find((id) => !known.includes(id))
    if (stranger)
      throw new Refusal(
        'not_found',
        `Không có văn bản “${stranger}”. Các văn bản đang có: ${known.join(', ')}.`,
      )
    const answer = await door.perform('house.create_province', null, { name, packs })
    return { json: answer, lines: [`Đã tạo ${name}.`] }
  },
}

export const packs: Command = {
  usage: 'packs check DIR',
  says: 'kiểm tra một văn bản (hoặc cả thư mục văn bản) và chạy các ví dụ của nó',
  options: {},
  async run(_door, { positionals: [verb, folder] }) {
    if (verb !== 'check' || !folder)
      throw new Refusal('invalid', 'Dùng: ngangtam packs check THƯ_MỤC')
    try {
      return checked(resolve(folder))
    } catch (error) {
      if (!(error instanceof PackError)) throw error
      const { file, line, message } = error
      return {
        json: { ok: false, errors: [{ file, line, message }] },
        lines: [message],
        failed: true,
      }
    }
  },
}

const shippedParameters = () => shippedPacks(vocabulary).flatMap(({ parameters }) => parameters)

function checked(folder: string): Answer {
  if (!existsSync(folder)) throw new Refusal('not_found', `Không có thư mục ${folder}.`)
  const isOne = existsSync(resolve(folder, 'pack.yaml'))
  const read = isOne
    ? [loadPack(dirname(folder), basename(folder), vocabulary, shippedParameters())]
    : loadPacks(folder, vocabulary)
  const all: Pack[] = [
    ...read,
    ...shippedPacks(vocabulary).filter(({ id }) => !read.some((pack) => pack.id === id)),
  ]
  const results = read.flatMap((pack) =>
    [
      ...runExamples(pack, all, vocabulary),
      ...runSchemeExamples(pack, all, todayInVietnam()).map(({ scheme, ...result }) => ({
        target: scheme,
        ...result,
      })),
    ].map((result) => ({ pack: pack.id, ...result })),
  )
  const failed = results.filter(({ differences }) => differences.length > 0)
  const errors = failed.map(({ pack, target, says, differences }) => ({
    file: `${pack}/examples.yaml`,
    message: `${target} “${says}”: ${differences.join('; ')}`,
  }))
  const lines = [
    `Đọc ${read.length} văn bản, ${read.flatMap(({ targets }) => targets).length} chỉ tiêu; ${results.length} ví dụ, ${failed.length} sai.`,
    ...errors.map(({ file, message }) => `${file}: ${message}`),
  ]
  const summary = {
    ok: failed.length === 0,
    packs: read.map(({ id }) => id),
    examples: results.length,
    errors,
  }
  return { json: summary, lines, failed: failed.length > 0 }
}

export const seed: Command = {
  usage: 'seed --province P --people N',
  says: 'thêm N người bịa đặt vào một tỉnh minh họa (để đo tốc độ)',
  options: { ...PROVINCE, people: { type: 'string' } },
  async run(door, args) {
    const people = Number(args.options.people)
    if (!Number.isInteger(people) || people < 1)
      throw new Refusal('invalid', 'Hãy ghi số người: --people 1000')
    const answer = await door.perform('house.seed', null, { province: provinceOf(args), people })
    return { json: answer, lines: [`Đã thêm ${people} người.`] }
  },
}

export const demo: Command = {
  usage: 'demo load',
  says: 'nạp các tỉnh minh họa còn thiếu',
  options: {},
  async run(door, { positionals: [verb] }) {
    if (verb !== 'load') throw new Refusal('invalid', 'Dùng: ngangtam demo load')
    const answer = await door.perform('house.load_demonstration', null, {})
    return { json: answer, lines: ['Đã nạp các tỉnh minh họa.'] }
  },
}
