import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Seal, sealShape, type Verdict } from '#server/audit/verify.ts'
import { readConfig } from '#server/config.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { writeSeals } from '#server/seals.ts'
import { type Answer, type Arguments, AS_OF, type Command, PROVINCE } from './command.ts'
import type { Door } from './door.ts'
import { dateOf, provinceOf } from './inputs.ts'

export const audit: Command = {
  usage:
    'audit verify --province P [--seals FILE]   |   audit export -o FILE --province P   |   audit dossier --province P --person N|--case REF -o FILE.zip [--as-of D] [--reason R]   |   audit seal',
  says: 'kiểm tra chuỗi nhật ký; xuất để nơi khác kiểm tra (tools/verify-audit.mjs); hồ sơ cho đoàn kiểm tra; niêm phong',
  options: {
    ...PROVINCE,
    ...AS_OF,
    person: { type: 'string' },
    case: { type: 'string' },
    reason: { type: 'string' },
    seals: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  async run(door, args) {
    const [verb = ''] = args.positionals
    const does = { verify, export: exportChain, dossier, seal }[verb]
    if (!does)
      throw new Refusal(
        'invalid',
        'Dùng: ngangtam audit verify | audit export | audit dossier | audit seal',
      )
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
  const file = outputOf(args, 'nhat-ky.ndjson')
  const { bytes } = (await door.perform('audit.export', provinceOf(args), {})) as FileAnswer
  writeFileSync(file, bytes)
  return {
    json: { file, bytes: bytes.length },
    lines: [`Đã ghi ${file}. Kiểm tra độc lập: node tools/verify-audit.mjs ${file}`],
  }
}

/** The reason of an export made here, when the operator gives none. */
const AT_THE_SERVER = 'Xuất tại dòng lệnh của máy chủ'

async function dossier(door: Door, args: Arguments): Promise<Answer> {
  const file = outputOf(args, 'ho-so.zip')
  const { person, case: caseRef, reason = AT_THE_SERVER } = args.options
  const { bytes } = (await door.perform('audit.dossier', provinceOf(args), {
    ...(person === undefined ? {} : { cadreId: person }),
    ...(caseRef === undefined ? {} : { caseRef }),
    asOf: await dateOf(door, args),
    reason,
  })) as FileAnswer
  writeFileSync(file, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    json: { file, bytes: bytes.length, sha256 },
    lines: [`Đã ghi ${file}. SHA-256: ${sha256}. Bên trong, đọc DOC-TRUOC.txt trước.`],
  }
}

function outputOf({ options: { output } }: Arguments, example: string): string {
  if (typeof output !== 'string') throw new Refusal('invalid', `Hãy ghi tệp kết quả: -o ${example}`)
  return resolve(output)
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
