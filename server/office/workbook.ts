import { Refusal } from '#server/kernel/refusal.ts'
import { apart } from './apart.ts'
import { refuseAtOnce } from './zip-guard.ts'

/** A date cell: the calendar day of its serial number, and how much of it the cell showed. */
export interface DateCell {
  date: string
  shows: 'day' | 'month' | 'year' | 'day-month'
}

export type CellValue = string | number | boolean | DateCell | null

/** Zero-based and inclusive, as all positions here. */
export interface Merge {
  fromRow: number
  toRow: number
  fromColumn: number
  toColumn: number
}

export interface Sheet {
  name: string
  hidden: boolean
  rows: CellValue[][]
  merges: Merge[]
  hiddenRows: number[]
  hiddenColumns: number[]
  /** The workbook counts days from 1904: an unformatted serial number means another day. */
  since1904: boolean
  /** Fonts of the encodings before Unicode (.VnTime, VNI-Times), by zero-based `row,column`. */
  oldFonts?: Map<string, string>
}

export interface ColumnToWrite {
  header: string
  /** Width in characters; measured from the contents when missing. */
  width?: number
  /** `date` takes `YYYY-MM-DD` and writes a real date; any other text is written as it is. */
  kind?: 'text' | 'number' | 'percent' | 'date'
}

export interface SheetToWrite {
  name: string
  /** Lines above the table: the first is the title, the others smaller below it. */
  title?: readonly string[]
  columns: readonly ColumnToWrite[]
  rows: readonly (readonly (string | number | null)[])[]
  /** Lines below the table. */
  notes?: readonly string[]
}

/** Every sheet of an .xlsx file; a file that cannot or must not be read is refused. */
export async function readSheets(bytes: Uint8Array, seconds = 60): Promise<Sheet[]> {
  refuseAtOnce(bytes)
  return (await inItsThread({ read: bytes }, seconds)) as Sheet[]
}

/** An .xlsx file ready to print on A4: title, bold header that stays in sight, borders, text as text. */
export async function writeWorkbook(
  sheets: readonly SheetToWrite[],
  seconds = 120,
): Promise<Uint8Array> {
  return (await inItsThread({ write: sheets }, seconds)) as Uint8Array
}

const inItsThread = (workerData: object, seconds: number) =>
  apart(
    new URL('./workbook-worker.ts', import.meta.url),
    workerData,
    seconds,
    new Refusal(
      'invalid',
      'Tệp quá lớn hoặc quá phức tạp để đọc trong thời gian cho phép. Hãy chép riêng trang tính cần nhập sang một tệp mới rồi gửi.',
    ),
  )
