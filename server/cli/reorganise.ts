import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { z } from 'zod'
import type { Path } from '#rules/condition.ts'
import { EMPLOYMENT_KINDS } from '#server/cadres/code-lists.ts'
import { PackError } from '#server/directives/pack-file.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Effect } from '#server/reorganisations/effect.ts'
import { type PlanFile, readPlanFile } from '#server/reorganisations/plan-file.ts'
import type { previewPlan } from '#server/reorganisations/preview.ts'
import { type Answer, type Command, PROVINCE, percent, table } from './command.ts'
import type { Door } from './door.ts'
import { provinceOf } from './inputs.ts'

type Preview = z.output<typeof previewPlan.output>

export const reorganise: Command = {
  usage: 'reorganise FILE.yaml --province P [--dry-run]',
  says: 'xem trước (--dry-run) hoặc quyết định một phương án sắp xếp tổ chức: người, chức danh, biên chế trước và sau (docs/reorganisations.md)',
  options: { ...PROVINCE, 'dry-run': { type: 'boolean' } },
  async run(door, args) {
    const province = provinceOf(args)
    const read = planAt(args.positionals[0])
    try {
      const dry = Boolean(args.options['dry-run'])
      return dry ? await tried(door, province, read) : await decided(door, province, read)
    } catch (error) {
      throw withLine(error, read)
    }
  },
}

async function tried(door: Door, province: string, { plan }: PlanFile): Promise<Answer> {
  const preview = (await door.perform('reorganisations.preview', province, { ...plan })) as Preview
  const targets = preview.targets
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .map(({ id, before, after }) => [id, percent(before.share), percent(after.share)])
  const lines = targets.length > 0 ? ['', ...table([['Chỉ tiêu', 'Trước', 'Sau'], ...targets])] : []
  return { json: preview, lines: [...linesOf(preview), ...lines] }
}

async function decided(door: Door, province: string, read: PlanFile): Promise<Answer> {
  const { plan, decision } = read
  if (!decision)
    throw new Refusal(
      'invalid',
      'Tệp chưa có mục decision (decision_no, signed_on, signed_by). Thêm mục đó để quyết định, hoặc dùng --dry-run để xem trước.',
    )
  const prepared = await door.perform('reorganisations.prepare', province, { ...plan })
  const answer = (await door.perform('reorganisations.decide', province, {
    ...(prepared as { id: number; version: number }),
    ...decision,
  })) as { id: number; effect: Effect }
  const says = `Đã ghi quyết định ${decision.decision_no}, phương án số ${answer.id}.`
  return { json: { id: answer.id, ...answer.effect }, lines: [says, ...linesOf(answer.effect)] }
}

function planAt(path: string | undefined): PlanFile {
  if (!path || !existsSync(path))
    throw new Refusal(
      path ? 'not_found' : 'invalid',
      path
        ? `Không có tệp ${path}.`
        : 'Dùng: ngangtam reorganise phuong-an.yaml --province lang-son --dry-run',
    )
  try {
    return readPlanFile(path, basename(path))
  } catch (error) {
    if (error instanceof PackError) throw new Refusal('invalid', error.message)
    throw error
  }
}

/** A refusal that knows its place in the plan is said with the line of the file. */
function withLine(error: unknown, { file }: PlanFile): unknown {
  if (!(error instanceof Refusal)) return error
  const { path } = (error.details ?? {}) as { path?: Path }
  if (!path) return error
  return new Refusal(error.kind, file.mistake(path, error.message).message, error.details)
}

function linesOf({ people, posts, quotas, units, withoutPost, overSeats }: Effect): string[] {
  const kinds = Object.keys({ ...quotas.before, ...quotas.after })
  const all = (numbers: Readonly<Record<string, number>> = {}) =>
    Object.values(numbers).reduce((sum, one) => sum + one, 0)
  return [
    ...table([
      ['', 'Trước', 'Sau'],
      ['Số người', people.before, people.after],
      ['Vị trí', posts.before.seats, posts.after.seats],
      ['Khuyết', posts.before.vacant, posts.after.vacant],
      ['Vượt số lượng', posts.before.over, posts.after.over],
      ...kinds.map((kind) => [
        `Biên chế ${labelOf(EMPLOYMENT_KINDS, kind)?.toLowerCase()}`,
        quotas.before[kind] ?? 0,
        quotas.after[kind] ?? 0,
      ]),
    ]),
    '',
    ...table([
      ['Đơn vị', 'Người trước', 'sau', 'Biên chế trước', 'sau'],
      ...units.map(({ code, before, after }) => [
        after?.name ?? before?.name ?? code,
        before?.people ?? null,
        after?.people ?? null,
        before ? all(before.quotas) : null,
        after ? all(after.quotas) : null,
      ]),
    ]),
    '',
    `${people.moved.length} người chuyển đơn vị, ${withoutPost.length} người chờ bố trí, ${overSeats.length} người vượt số lượng.`,
    ...withoutPost.map((one) => `  Chờ bố trí: ${one.name} (${one.fromTitle}, ${one.fromUnit})`),
  ]
}
