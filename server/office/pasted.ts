/**
 * Rows and cells of a table as Excel puts it on the clipboard: tabs, lines, and quotes around a cell
 * that holds either. Empty lines stay, so that the third row is the third line of the sheet. No CSV
 * reader does: a cell that merely begins with a quote (`"Một cửa" số`) comes without doubled ones,
 * and must not swallow the rest of the table.
 */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.replaceAll('\r\n', '\n').matchAll(CELL)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

/** A cell and what ends it: a quoted one may hold tabs and lines, a plain one neither. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g
