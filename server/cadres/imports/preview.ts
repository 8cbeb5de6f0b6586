import { z } from 'zod'
import { query } from '#server/kernel/operation.ts'
import { fieldLabel } from './aliases.ts'
import { columnName, shown as shownCell } from './cells.ts'
import { aliasSays } from './decisions.ts'
import { fieldOf, targetName, targets } from './fields.ts'
import { allProblems, countOf, importRequest } from './imports.ts'
import type { Planned } from './matching.ts'
import { isOf, type Plan, planImport } from './plan.ts'
import { previewShape } from './preview-shape.ts'
import { progressOf } from './progress.ts'
import type { Listing } from './tables.ts'
import { differenceKey } from './updates.ts'

const SHOWN_ROWS = 200
const SHOWN_PROBLEMS = 2000

/** What an import would do, cell by cell, before anything is written. */
export const previewImport = query({
  name: 'cadres.preview_import',
  dear: true,
  input: importRequest.extend({
    /** The table whose rows are shown when several are imported. */
    show: z.string().optional(),
  }),
  output: previewShape,
  async run(ctx, { show, ticket, ...request }) {
    const progress = progressOf(ticket)
    try {
      const plan = await planImport(ctx, request, progress)
      const shown = plan.listings.find(({ name }) => name === show) ?? plan.listings[0]
      if (!shown) throw new Error('a plan without a list')
      const blocksFirst = allProblems(plan).toSorted((a, b) => a.severity.localeCompare(b.severity))
      return {
        sha256: plan.sha256,
        fileName: request.file.name,
        tables: plan.tables,
        ...shownTable(shown, plan),
        fields: [...targets],
        problems: blocksFirst.slice(0, SHOWN_PROBLEMS),
        oldText: plan.oldText,
        differences: plan.people.flatMap(differencesOf).slice(0, SHOWN_PROBLEMS),
        aliases: [...plan.aliases].map(([alias, times]) => ({
          field: fieldLabel(alias.field),
          written: alias.written,
          says: aliasSays(alias),
          times,
        })),
        counts: countsOf(plan),
        newUnits: plan.coming.map(({ name }) => name),
        alreadyImported: plan.alreadyImported,
      }
    } finally {
      progress.end()
    }
  },
})

function shownTable(listing: Listing, { people }: Plan) {
  const { grid, table, columns } = listing
  const { from, to } = table.headerRows
  const headerRows: [number, number] = [from + 1, to + 1]
  const rows = people.filter((row) => isOf(row, listing)).slice(0, SHOWN_ROWS)
  return {
    shown: listing.name,
    sheet: grid.sheet.name,
    table: { headerRows, firstRow: table.firstRow + 1, lastRow: table.lastRow + 1 },
    columns: columns.map(({ column, heading, example, target, confidence, alternatives }) => ({
      column,
      heading,
      example: example || null,
      field: target && targetName(target),
      confidence,
      alternatives: alternatives.map(targetName),
    })),
    rows: rows.map((row) => ({
      row: row.row,
      cells: cellsOf(listing, row.row),
      values: row.values,
      outcome: row.outcome,
      recordNo: row.person?.record_no ?? null,
    })),
  }
}

function differencesOf(row: Planned) {
  const { person, differences, accepted, sheet, cells, nameCell } = row
  return differences.map((difference) => ({
    key: differenceKey(row, difference),
    sheet,
    row: row.row,
    cell: cells.get(difference.field) ?? nameCell,
    fullName: person?.full_name ?? '',
    recordNo: person?.record_no ?? '',
    field: difference.field,
    label: fieldOf(difference.field).label,
    recorded: difference.recorded,
    listed: difference.listed,
    updatable: difference.updates.length > 0,
    accepted: accepted.includes(difference),
  }))
}

function countsOf(plan: Plan) {
  const has = (severity: string) => (row: Planned) =>
    row.problems.some((problem) => problem.severity === severity)
  return {
    read: plan.people.length,
    ready: countOf(plan, 'create') + countOf(plan, 'complete'),
    duplicates: plan.people.filter(({ person }) => person !== null).length,
    blocked: countOf(plan, 'rejected'),
    warned: plan.people.filter(has('reminds')).length,
  }
}

/** The cells of a row as the screen shows them beside the values. */
function cellsOf({ grid, columns }: Listing, row: number) {
  return columns.map(({ index }) => {
    const cell = grid.value(row - 1, index)
    const raw = cell !== null && typeof cell === 'object' ? cell.date : String(cell ?? '')
    return { cell: `${columnName(index)}${row}`, raw, shown: shownCell(cell) }
  })
}
