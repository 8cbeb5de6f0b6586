import { Refusal } from '#server/kernel/refusal.ts'
import { apart } from './apart.ts'

/** A typst source with its inputs as text, and the pictures it names by path. */
export interface PageToRender {
  source: string
  inputs: Readonly<Record<string, string>>
  files: Readonly<Record<string, Uint8Array>>
}

/** A PDF in a typeface with the widths of Times New Roman and all of Vietnamese. */
export async function renderPdf(page: PageToRender): Promise<Uint8Array> {
  return (await apart(
    new URL('./document-worker.ts', import.meta.url),
    { render: page },
    60,
    new Refusal('invalid', 'Tài liệu quá dài nên không in được PDF. Hãy chọn ít người hơn.'),
  )) as Uint8Array
}
