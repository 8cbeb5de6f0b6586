import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { performChange } from '../record/change.ts'
import type { SectionCode } from '../record/dictionary.ts'
import type { Values } from '../record/rows.ts'
import { takeBack } from '../record/undo.ts'
import type { Difference } from './changes.ts'
import { type FieldName, fieldOf } from './fields.ts'
import type { Planned } from './matching.ts'
import type { PersonRow } from './reading.ts'

/** One step of putting the value of a list into a record; a dated fact takes two: end, then add. */
export interface Update {
  section: SectionCode
  act: 'add' | 'correct' | 'end'
  rowId?: number
  values: Values
}

/** Which differences the list may overwrite: all, those of a field, or one by one. */
export const acceptedUpdates = z.object({
  all: z.boolean().default(false),
  fields: z.array(z.string()).max(100).default([]),
  only: z.array(z.string()).max(20_000).default([]),
  except: z.array(z.string()).max(20_000).default([]),
})

export type Accepted = z.output<typeof acceptedUpdates>

/** `Sheet!12/ethnicity`: a difference of a row; ratings differ by year. */
export const differenceKey = (row: PersonRow, { field, part }: Difference): string =>
  `${row.sheet}!${row.row}/${field}${part ? `/${part}` : ''}`

export function isAccepted(
  row: PersonRow,
  difference: Difference,
  { all, fields, only, except }: Accepted,
): boolean {
  const key = differenceKey(row, difference)
  if (difference.updates.length === 0 || except.includes(key)) return false
  return all || fields.includes(difference.field) || only.includes(key)
}

/** Writes accepted differences the one way a record changes, and returns the numbers of the changes. */
export async function writeUpdates(
  ctx: Context,
  { person, accepted, sheet, row, cells, nameCell }: Planned,
  { fileName, importId }: { fileName: string; importId: number },
): Promise<number[]> {
  const changes: number[] = []
  if (!person) return changes
  for (const { field, updates } of accepted) {
    const cell = cells.get(field) ?? nameCell
    const reason = `Cập nhật theo “${fileName}”, ${sheet}!${cell} (lần nhập số ${importId})`
    for (const update of updates) {
      try {
        const { changeId } = await performChange(ctx, {
          cadreId: person.id,
          ...update,
          basis: { basis: 'correction', reason },
        })
        changes.push(changeId)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        throw new Refusal(
          error.kind,
          `Dòng ${row} (${person.full_name}), ${fieldOf(field).label}: ${error.message} Hãy bỏ chọn cập nhật này rồi ghi lại.`,
        )
      }
    }
  }
  return changes
}

/** Takes back what an import changed in known records, last change first. */
export async function undoUpdates(ctx: Context, importId: number): Promise<void> {
  const rows = await ctx.db
    .selectFrom('import_row')
    .select('changes')
    .where('import_id', '=', importId)
    .execute()
  const ids = rows.flatMap(({ changes }) => z.array(z.number()).parse(changes))
  for (const id of ids.toSorted((a, b) => b - a)) await takeBack(ctx, id)
}

/** The columns of the identity and of numbers and contacts that a list and a record share. */
export const correction = (
  section: 'identity' | 'identity_numbers' | 'party',
  cadreId: number,
  values: Values,
): Update[] => [{ section, act: 'correct', rowId: cadreId, values }]

export type TellDifference = (
  field: FieldName,
  recorded: string,
  listed: string,
  updates?: Update[],
  part?: string,
) => void
