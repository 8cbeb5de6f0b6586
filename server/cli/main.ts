import { parseArgs } from 'node:util'
import { nearest } from '#rules/nearest.ts'
import { SETTINGS } from '#server/config.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { audit } from './audit.ts'
import { backup, restore } from './backup.ts'
import { calendar } from './calendar.ts'
import type { Answer, Arguments, Command } from './command.ts'
import { completeness } from './completeness.ts'
import { doorOnDemand } from './door.ts'
import { due } from './due.ts'
import { evaluation } from './evaluation.ts'
import { form } from './form.ts'
import { demo, packs, province, seed } from './house.ts'
import { inspect } from './inspection.ts'
import { quota, standards } from './organisation.ts'
import { exportCadres, importList } from './records.ts'
import { reorganise } from './reorganise.ts'
import { report } from './reports.ts'
import { retirement } from './retirement.ts'
import { figures, targets } from './targets.ts'
import { tasks, trigger } from './tasks.ts'
import { user } from './users.ts'
import { whoMay } from './who-may.ts'

const COMMANDS: Record<string, Command> = {
  targets,
  figures,
  import: importList,
  export: exportCadres,
  completeness,
  report,
  form,
  evaluation,
  province,
  packs,
  seed,
  demo,
  backup,
  restore,
  'who-may': whoMay,
  reorganise,
  quota,
  standards,
  audit,
  due,
  calendar,
  tasks,
  trigger,
  retirement,
  inspect,
  user,
}

const [name = '', ...rest] = process.argv.slice(2)
process.exitCode = await run(name, rest)

async function run(word: string, argv: string[]): Promise<number> {
  const command = COMMANDS[word]
  if (['', 'help', '--help', '-h'].includes(word)) return say(help())
  if (!command) {
    return refuse(
      new Refusal('invalid', `Không có lệnh “${word}”${suggestion(word)} Xem: ngangtam --help`),
      argv.includes('--json'),
    )
  }
  if (argv.includes('--help') || argv.includes('-h'))
    return say([`ngangtam ${command.usage} [--json]`, '', command.says])
  try {
    return answer(await perform(command, argv), argv.includes('--json'))
  } catch (error) {
    if (error instanceof Refusal) return refuse(error, argv.includes('--json'))
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      return refuse(
        new Refusal(
          'invalid',
          `Tùy chọn chưa đúng (${(error as Error).message}). Dùng: ngangtam ${command.usage}`,
        ),
        argv.includes('--json'),
      )
    }
    throw error
  }
}

async function perform(command: Command, argv: string[]): Promise<Answer> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...command.options, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const args: Arguments = { positionals, options: values as Arguments['options'] }
  const door = doorOnDemand()
  try {
    return await command.run(door, args)
  } finally {
    await door.close()
  }
}

function answer({ json, lines, failed }: Answer, asJson: boolean): number {
  say(asJson ? [JSON.stringify(json, null, 2)] : lines)
  return failed ? 1 : 0
}

function refuse({ kind, message, details }: Refusal, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify({ error: { kind, message, details } }, null, 2))
  console.error(message)
  return kind === 'invalid' ? 2 : 1
}

function say(lines: string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function help(): string[] {
  return [
    'ngangtam — công tác cán bộ của tỉnh, từ dòng lệnh',
    '',
    ...Object.values(COMMANDS).flatMap(({ usage, says }) => [
      `  ngangtam ${usage}`,
      `      ${says}`,
    ]),
    '',
    'Mọi lệnh nhận --json (kết quả cho máy đọc) và --help.',
    'Biến môi trường:',
    ...Object.entries(SETTINGS).map(([name, says]) => `  ${name.padEnd(14)} ${says}`),
    '',
    'Khi máy chủ đang chạy, lệnh được gửi đến máy chủ; không cần dừng.',
  ]
}

function suggestion(word: string): string {
  const near = /"(.+)"/.exec(nearest(word, Object.keys(COMMANDS)))?.[1]
  return near ? `; có phải “${near}”?` : '.'
}
