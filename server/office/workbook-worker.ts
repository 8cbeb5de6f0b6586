/** The thread that unpacks, parses and writes spreadsheets; nothing else imports the library. */
import { parentPort, workerData } from 'node:worker_threads'
import { type CellStyle, type Sheet as ParsedSheet, readXlsx } from 'hucre/xlsx'
import { Refusal } from '#server/kernel/refusal.ts'
import { writeSheets } from './sheet-writer.ts'
import type { CellValue, DateCell, Sheet, SheetToWrite } from './workbook.ts'
import { guardWorkbook } from './zip-guard.ts'

async function readAll(bytes: Uint8Array): Promise<Sheet[]> {
  guardWorkbook(bytes)
  const { sheets, dateSystem } = await parse(bytes)
  return sheets.map((sheet) => ({
    name: sheet.name,
    hidden: Boolean(sheet.hidden || sheet.veryHidden),
    rows: plainRows(sheet),
    merges: (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      fromRow: startRow,
      toRow: endRow,
      fromColumn: startCol,
      toColumn: endCol,
    })),
    hiddenRows: [...(sheet.rowDefs ?? [])].filter(([, { hidden }]) => hidden).map(([row]) => row),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    since1904: dateSystem === '1904',
    oldFonts: oldFonts(sheet),
  }))
}

/** The guard has seen a whole archive, so whatever the parser trips over is a broken workbook. */
async function parse(bytes: Uint8Array) {
  try {
    return await readXlsx(bytes, { readStyles: true })
  } catch {
    throw new Refusal(
      'invalid',
      'Tệp bị hỏng bên trong nên không đọc được. Hãy mở bằng Excel, lưu lại thành tệp mới rồi gửi.',
    )
  }
}

/** Only these fonts matter: what is typed in them is not Unicode. */
function oldFonts({ cells }: ParsedSheet): Map<string, string> {
  const fonts = [...(cells ?? [])].map(([at, { style }]) => [at, style?.font?.name ?? ''] as const)
  return new Map(fonts.filter(([, name]) => /^(\.vn|vni)/i.test(name)))
}

function plainRows({ rows, cells }: ParsedSheet): CellValue[][] {
  return rows.map((row, r) =>
    row.map((value, c) =>
      value instanceof Date ? dateCell(value, cells?.get(`${r},${c}`)?.style) : value,
    ),
  )
}

function dateCell(value: Date, style: CellStyle | undefined): DateCell {
  const format = (style?.numFmt ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '').toLowerCase()
  const shows = format.includes('d')
    ? format.includes('y')
      ? 'day'
      : 'day-month'
    : format.includes('m') && format.includes('y')
      ? 'month'
      : format.includes('y')
        ? 'year'
        : 'day'
  return { date: value.toISOString().slice(0, 10), shows }
}

async function answer(): Promise<object> {
  const { read, write } = workerData as { read?: Uint8Array; write?: SheetToWrite[] }
  try {
    return { result: read ? await readAll(read) : await writeSheets(write ?? []) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: { kind: error.kind, message: error.message } }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(await answer())
