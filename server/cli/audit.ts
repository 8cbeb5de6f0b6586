import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Seal, sealShape, type Verdict } from '#server/audit/verify.ts'
import { readConfig } from '#server/config.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { writeSeals } from '#server/seals.ts'
import { type Answer, type Arguments, type Command, PROVINCE } from './command.ts'
import type { Door } from './door.ts'
import { provinceOf } from './inputs.ts'

export const audit: Command = {
  usage:
    'audit verify --province P [--seals FILE]   |   audit export -o FILE --province P   |   audit seal',
  says: 'kiểm tra chuỗi nhật ký; xuất để nơi khác kiểm tra (tools/verify-audit.mjs); niêm phong',
  options: {
    ...PROVINCE,
    seals: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  async run(door, args) {
    const [verb = ''] = args.positionals
    const does = { verify, export: exportChain, seal }[verb]
    if (!does)
      throw new Refusal('invalid', 'Dùng: ngangtam audit verify | audit export | audit seal')
    return does(door, args)
  },
}

async function verify(door: Door, args: Arguments): Promise<Answer> {
  const province = provinceOf(args)
  const { seals } = args.options
  const { why, ...json } = (await door.perform('audit.verify', province, {
    seals: typeof seals === 'string' ? readSeals(seals) : [],
  })) as Verdict
  const says = json.intact
    ? `Chuỗi nguyên vẹn, ${json.entries} mục.`
    : `Chuỗi bị đứt ở mục ${json.firstBroken}: ${why} Giữ nguyên hiện trạng và báo cơ quan kiểm tra.`
  return { json, lines: [says], failed: !json.intact }
}

function readSeals(path: string): Seal[] {
  const text = readText(path)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, index) => {
    try {
      return sealShape.parse(JSON.parse(line))
    } catch {
      throw new Refusal(
        'invalid',
        `Dòng ${index + 1} của ${path} không phải một dòng niêm phong. Hãy chọn đúng tệp trong thư mục niêm phong.`,
      )
    }
  })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Refusal('not_found', `Không đọc được tệp ${path}: ${(error as Error).message}.`)
  }
}

async function exportChain(door: Door, args: Arguments): Promise<Answer> {
  const { output } = args.options
  if (typeof output !== 'string')
    throw new Refusal('invalid', 'Hãy ghi tệp kết quả: -o nhat-ky.ndjson')
  const { bytes } = (await door.perform('audit.export', provinceOf(args), {})) as FileAnswer
  const file = resolve(output)
  writeFileSync(file, bytes)
  return {
    json: { file, bytes: bytes.length },
    lines: [`Đã ghi ${output}. Kiểm tra độc lập: node tools/verify-audit.mjs ${output}`],
  }
}

/** One province, or all: a seal taken by hand goes to the same file of the day. */
async function seal(door: Door, args: Arguments): Promise<Answer> {
  const all = (await door.perform('house.provinces', null, {})) as { code: string }[]
  const wanted = args.options.province ? [provinceOf(args)] : all.map(({ code }) => code)
  const seals: Seal[] = []
  for (const province of wanted) {
    const head = (await door.perform('audit.head', province, {})) as Omit<Seal, 'province'>
    seals.push({ province, ...head })
  }
  const file = writeSeals(readConfig().sealsFolder, seals)
  return { json: { file, seals }, lines: [`Đã niêm phong ${seals.length} tỉnh vào ${file}.`] }
}
