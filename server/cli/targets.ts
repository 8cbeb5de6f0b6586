import type { TargetState } from '#server/directives/targets.ts'
import { type Answer, AS_OF, type Command, PROVINCE, percent, table } from './command.ts'
import { dateOf, provinceOf } from './inputs.ts'

const STATES = { met: 'Đạt', not_met: 'Chưa đạt', unknown: 'Chưa đủ căn cứ' }

export const targets: Command = {
  usage: 'targets --province P [--as-of YYYY-MM-DD] [--unit U] [--all-units] [--people ID]',
  says: 'tình trạng mọi chỉ tiêu; --unit một đơn vị, --all-units mọi đơn vị, --people ID kèm danh sách người của một chỉ tiêu',
  options: {
    ...PROVINCE,
    ...AS_OF,
    unit: { type: 'string' },
    'all-units': { type: 'boolean' },
    people: { type: 'string' },
  },
  async run(door, args) {
    const province = provinceOf(args)
    const asOf = await dateOf(door, args)
    const { unit, people } = args.options
    const answer = args.options['all-units']
      ? await door.perform('directives.targets_by_unit', province, { asOf })
      : await door.perform('directives.targets', province, {
          asOf,
          ...(unit ? { unitId: unit } : {}),
        })
    const { targets: states } = answer as { targets: TargetState[] }
    if (typeof people !== 'string') return shown(states)
    const rows = await peopleOf(
      (input) => door.perform('directives.target_subjects', province, input),
      {
        id: people,
        asOf,
        ...(unit ? { unitId: unit } : {}),
      },
    )
    return shown(
      states.filter(({ id }) => id === people).map((state) => ({ ...state, people: rows })),
    )
  },
}

function shown(states: (TargetState & { people?: PersonRow[] })[]): Answer {
  const lines = table([
    ['Mã', 'Đơn vị', 'Tính', 'Mẫu', 'Chưa rõ', 'Tỷ lệ', 'Mức', 'Hạn', 'Kết quả', 'Chỉ tiêu'],
    ...states.map((one) => [
      one.id,
      one.unit?.name ?? 'toàn tỉnh',
      one.counted,
      one.base,
      one.unknown,
      percent(one.share),
      one.measure === 'count' ? one.threshold : percent(one.threshold),
      one.by,
      STATES[one.state],
      one.label,
    ]),
  ])
  const named = states.flatMap(({ people = [] }) =>
    table(
      people.map(({ status, recordNo, name, unitName, why }) => [
        status,
        recordNo,
        name,
        unitName,
        why,
      ]),
    ),
  )
  return { json: states, lines: [...lines, ...named] }
}

interface PersonRow {
  recordNo: string | null
  name: string
  unitName: string | null
  status: string
  why: string
}

/** All pages of the "who counts" list. */
async function peopleOf(
  perform: (input: Record<string, unknown>) => Promise<unknown>,
  input: Record<string, unknown>,
) {
  const all: PersonRow[] = []
  for (;;) {
    const { rows } = (await perform({ ...input, offset: all.length, limit: 500 })) as {
      rows: PersonRow[]
    }
    all.push(...rows)
    if (rows.length < 500) return all
  }
}

export const figures: Command = {
  usage: 'figures --province P [--as-of YYYY-MM-DD]',
  says: 'con số in trong văn bản đặt cạnh con số đếm từ hồ sơ',
  options: { ...PROVINCE, ...AS_OF },
  async run(door, args) {
    const rows = (await door.perform('directives.figures', provinceOf(args), {
      asOf: await dateOf(door, args),
    })) as {
      id: string
      item: string
      printed: number
      counted: number
      agrees: boolean
      note: string
    }[]
    const lines = table([
      ['Mã', 'In', 'Đếm', 'Khớp', 'Nội dung'],
      ...rows.map(({ id, item, printed, counted, agrees, note }) => [
        id,
        printed,
        counted,
        agrees ? 'khớp' : 'LỆCH',
        note ? `${item} — ${note}` : item,
      ]),
    ])
    return { json: rows, lines }
  },
}
