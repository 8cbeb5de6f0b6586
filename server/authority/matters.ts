import { nearest } from '#rules/nearest.ts'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable } from '#server/kernel/text.ts'
import { mattersOn, type NamedMatter } from './delegations.ts'

/** A matter by its code or its words; an unknown one is refused with the nearest. */
export async function matterNamed(ctx: Context, word: string, on: string): Promise<NamedMatter> {
  const known = await mattersOn(ctx, on)
  const wanted = searchable(word)
  const found =
    known.find(({ matter }) => matter === word) ??
    known.find(({ label }) => searchable(label) === wanted)
  if (found) return found
  const near = nearestOf(word, known)
  const hint = near
    ? `Gần nhất: “${near.matter}” (${near.label}).`
    : known.length > 0
      ? `Các nội dung đang có: ${known.map(({ matter }) => matter).join(', ')}.`
      : 'Tỉnh chưa áp dụng văn bản nào có nội dung phân cấp.'
  throw new Refusal('not_found', `Không có nội dung phân cấp “${word}”. ${hint}`, {
    nearest: near?.matter ?? null,
  })
}

function nearestOf(word: string, known: readonly NamedMatter[]): NamedMatter | undefined {
  const wanted = searchable(word)
  const within = known.find(({ label }) => wanted !== '' && searchable(label).includes(wanted))
  if (within) return within
  const names = known.flatMap((one) => [
    { name: one.matter, one },
    { name: searchable(one.label), one },
  ])
  const said = nearest(
    wanted,
    names.map(({ name }) => name),
  )
  const best = /"(.+)"/.exec(said)?.[1]
  return names.find(({ name }) => name === best)?.one
}
