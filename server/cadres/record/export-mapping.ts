import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { SECTIONS, type SectionCode } from './dictionary.ts'

const FILE = join(import.meta.dirname, '../../../policies/quy-uoc-chung/record-export.yaml')

const mappingShape = z.strictObject({
  cite: z.string(),
  note: z.string(),
  sections: z.record(
    z.string(),
    z.strictObject({
      group: z.string(),
      name: z.string(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
})

export type ExportMapping = z.output<typeof mappingShape>

let read: ExportMapping | undefined

/** Our names → fields of a packet, as the file says; a name neither side knows stops the export. */
export function exportMapping(): ExportMapping {
  read ??= checked(mappingShape.parse(parse(readFileSync(FILE, 'utf8'))))
  return read
}

function checked(mapping: ExportMapping): ExportMapping {
  for (const [code, { fields }] of Object.entries(mapping.sections)) {
    const section = SECTIONS[code as SectionCode]
    if (!section) throw new Error(`record-export.yaml maps a section nobody knows: ${code}`)
    const stranger = Object.keys(fields).find((name) => !(name in section.columns))
    if (stranger) throw new Error(`record-export.yaml: ${code} has no field ${stranger}`)
  }
  return mapping
}
