import { Refusal } from '#server/kernel/refusal.ts'
import { type Answer, type Arguments, type Command, PROVINCE, table } from './command.ts'
import type { Door } from './door.ts'
import { provinceOf } from './inputs.ts'

/** Accounts from the server's own console: the way in when nobody else can open the door. */
export const user: Command = {
  usage:
    'user add|disable|enable|reset NAME --province P   |   user list --province P   |   user set-up --province P',
  says: 'tài khoản của một tỉnh; add: --role R --name "Họ tên" [--position C] [--unit MÃ] [--cadre SỐ]; reset: [--second-factor]',
  options: {
    ...PROVINCE,
    role: { type: 'string' },
    name: { type: 'string' },
    position: { type: 'string' },
    unit: { type: 'string' },
    cadre: { type: 'string' },
    'second-factor': { type: 'boolean' },
  },
  async run(door, args) {
    const [verb = ''] = args.positionals
    const does = { add, disable, enable, reset, list, 'set-up': setUp }[verb]
    if (!does)
      throw new Refusal(
        'invalid',
        'Dùng: ngangtam user add | disable | enable | reset | list | set-up',
      )
    return does(door, args)
  },
}

async function add(door: Door, args: Arguments): Promise<Answer> {
  const { role, name, position, unit, cadre } = args.options
  const username = usernameIn(args)
  const given = await door.perform('access.add_account', provinceOf(args), {
    username,
    role,
    displayName: name ?? username,
    ...(position === undefined ? {} : { position }),
    ...(unit === undefined ? {} : { unitCode: unit }),
    ...(cadre === undefined ? {} : { cadreId: cadre }),
  })
  return passwordOf(given, 'Đã thêm')
}

async function reset(door: Door, args: Arguments): Promise<Answer> {
  const given = await door.perform('access.reset_account', provinceOf(args), {
    username: usernameIn(args),
    secondFactor: args.options['second-factor'] === true,
  })
  return passwordOf(given, 'Đã đặt lại')
}

function passwordOf(answer: unknown, did: string): Answer {
  const given = answer as { username: string; temporaryPassword: string }
  return {
    json: given,
    lines: [
      `${did} tài khoản ${given.username}.`,
      `Mật khẩu tạm (chỉ hiện lần này, phải đổi khi đăng nhập): ${given.temporaryPassword}`,
    ],
  }
}

async function disable(door: Door, args: Arguments): Promise<Answer> {
  const username = usernameIn(args)
  const json = await door.perform('access.disable_account', provinceOf(args), { username })
  return { json, lines: [`Đã khóa tài khoản ${username}; các phiên đang mở đã kết thúc.`] }
}

async function enable(door: Door, args: Arguments): Promise<Answer> {
  const username = usernameIn(args)
  const json = await door.perform('access.enable_account', provinceOf(args), { username })
  return { json, lines: [`Đã mở lại tài khoản ${username}.`] }
}

interface Listed {
  username: string
  displayName: string
  role: string
  unitName: string | null
  disabled: boolean
  secondFactor: boolean
}

async function list(door: Door, args: Arguments): Promise<Answer> {
  const answer = (await door.perform('access.accounts', provinceOf(args), {})) as {
    accounts: Listed[]
  }
  const rows = answer.accounts.map((one) => [
    one.username,
    one.displayName,
    one.role,
    one.unitName,
    one.disabled ? 'đã khóa' : '',
    one.secondFactor ? 'hai bước' : '',
  ])
  const none = 'Chưa có tài khoản nào. Tạo người quản trị đầu tiên: ngangtam user set-up'
  return { json: answer.accounts, lines: rows.length > 0 ? table(rows) : [none] }
}

async function setUp(door: Door, args: Arguments): Promise<Answer> {
  const json = (await door.perform('access.issue_set_up_code', provinceOf(args), {})) as {
    code: string
  }
  return {
    json,
    lines: [
      `Mã thiết lập (dùng một lần, trong một ngày): ${json.code}`,
      'Mở /thiet-lap trên trình duyệt và nhập mã này để tạo người quản trị đầu tiên.',
    ],
  }
}

function usernameIn({ positionals: [, username] }: Arguments): string {
  if (username) return username
  throw new Refusal('invalid', 'Hãy ghi tên đăng nhập, ví dụ: ngangtam user add nguyen.an …')
}
