import { SECTION_CODES, SECTIONS, type SectionCode } from '#server/cadres/record/dictionary.ts'
import { factsOf, type Values } from '#server/cadres/record/rows.ts'
import { textsOf } from '#server/cadres/record/wording.ts'
import type { Context } from '#server/kernel/context.ts'

/** A fact twice: as it is kept, and in words. */
export interface Read {
  values: Values
  texts: Record<string, string>
}

/** The record a paper is filled from, latest fact first; a section that is not open is empty. */
export type RecordRead = Readonly<Record<SectionCode, readonly Read[]>>

export async function readRecord(
  { db }: Context,
  cadreId: number,
  asOf: string,
  opened: ReadonlySet<string>,
): Promise<RecordRead> {
  const read: Partial<Record<SectionCode, Read[]>> = {}
  for (const code of SECTION_CODES) {
    const { restricted } = SECTIONS[code]
    const facts =
      restricted && !opened.has(restricted) ? [] : await factsOf(db, code, cadreId, asOf)
    const texts = await textsOf(db, code, facts, asOf)
    read[code] = facts.map(({ values }, place) => ({ values, texts: filled(texts[place] ?? {}) }))
  }
  return read as Record<SectionCode, Read[]>
}

const filled = (texts: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? '']))

/** The facts that hold that day; a section whose facts never end has all of them. */
export const running = (record: RecordRead, code: SectionCode): Read[] => {
  const { until } = SECTIONS[code]
  return record[code].filter(({ values }) => !until || values[until] === null)
}

/** The fact a single tag is about: the main one that holds, else the latest. */
export function chief(record: RecordRead, code: SectionCode): Read | undefined {
  const held = running(record, code)
  return held.find(({ values }) => values.holding === 'main') ?? held[0]
}
