import { z } from 'zod'

const previewRow = z.object({
  row: z.number(),
  cells: z.array(z.object({ cell: z.string(), raw: z.string(), shown: z.string() })),
  values: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      value: z.string().nullable(),
      cell: z.string().nullable(),
      state: z.enum(['ok', 'warning', 'rejected']),
      note: z.string().optional(),
    }),
  ),
  outcome: z.enum(['create', 'complete', 'unchanged', 'rejected']),
  recordNo: z.string().nullable(),
})

/** What the screen shows of a plan. */
export const previewShape = z.object({
  sha256: z.string(),
  fileName: z.string(),
  /** Every table and sheet of the file, also those left out and why. */
  tables: z.array(
    z.object({
      name: z.string(),
      sheet: z.string(),
      headerRow: z.number().nullable(),
      readable: z.boolean(),
      read: z.boolean(),
      why: z.string().nullable(),
      rows: z.number(),
      /** Whose people its rows are by title or tab, and as chosen instead. */
      unit: z.string().nullable(),
      unitId: z.number().nullable(),
    }),
  ),
  /** Name of the table whose rows follow. */
  shown: z.string(),
  sheet: z.string(),
  table: z.object({
    headerRows: z.tuple([z.number(), z.number()]),
    firstRow: z.number(),
    lastRow: z.number(),
  }),
  columns: z.array(
    z.object({
      column: z.string(),
      heading: z.string(),
      example: z.string().nullable(),
      field: z.string().nullable(),
      confidence: z.number(),
      alternatives: z.array(z.string()),
    }),
  ),
  fields: z.array(z.object({ name: z.string(), label: z.string() })),
  rows: z.array(previewRow),
  problems: z.array(
    z.object({
      sheet: z.string(),
      cell: z.string(),
      value: z.string(),
      reason: z.string(),
      fix: z.string(),
      severity: z.enum(['blocks', 'reminds']),
      row: z.number(),
      asks: z.object({ field: z.string(), text: z.string(), at: z.string().optional() }).optional(),
      options: z
        .array(z.object({ to: z.string().nullable(), label: z.string() }))
        .readonly()
        .optional(),
    }),
  ),
  /** Text typed before Unicode: what it would become, and whether that was confirmed. */
  oldText: z
    .object({
      code: z.enum(['tcvn3', 'vni']),
      label: z.string(),
      cells: z.number(),
      samples: z.array(
        z.object({
          sheet: z.string(),
          cell: z.string(),
          raw: z.string(),
          converted: z.string(),
        }),
      ),
      confirmed: z.boolean(),
    })
    .nullable(),
  /** Where a record says otherwise; `accepted` ones are overwritten, with the former value kept. */
  differences: z.array(
    z.object({
      key: z.string(),
      sheet: z.string(),
      row: z.number(),
      cell: z.string(),
      fullName: z.string(),
      recordNo: z.string(),
      field: z.string(),
      label: z.string(),
      recorded: z.string(),
      listed: z.string(),
      updatable: z.boolean(),
      accepted: z.boolean(),
    }),
  ),
  /** Earlier decisions that decided something here. */
  aliases: z.array(
    z.object({ field: z.string(), written: z.string(), says: z.string(), times: z.number() }),
  ),
  counts: z.object({
    read: z.number(),
    ready: z.number(),
    duplicates: z.number(),
    blocked: z.number(),
    warned: z.number(),
  }),
  newUnits: z.array(z.string()),
  alreadyImported: z.number().nullable(),
})
