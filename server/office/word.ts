import { Refusal } from '#server/kernel/refusal.ts'
import { apart } from './apart.ts'

/** `{name}` in a template; `{#name}` … `{/name}` repeats what stands between for every row. */
export interface WordTag {
  name: string
  kind: 'value' | 'opens' | 'closes'
}

/** A picture in a document; width and height in pixels of 1/96 inch. */
export interface Picture {
  image: Uint8Array
  format: 'image/png' | 'image/jpeg'
  width: number
  height: number
  says: string
}

export type WordValues = Readonly<
  Record<string, string | readonly Readonly<Record<string, string>>[] | Picture>
>

/** The tags of an .docx template; a file that cannot or must not be read is refused. */
export async function tagsOfWord(template: Uint8Array): Promise<WordTag[]> {
  return (await inItsThread({ tagsOf: template })) as WordTag[]
}

/** The template with its tags replaced; a value is text and never code or markup. */
export async function fillWord(template: Uint8Array, values: WordValues): Promise<Uint8Array> {
  return (await inItsThread({ fill: { template, values } })) as Uint8Array
}

const SECONDS = 30

const inItsThread = (asked: object) =>
  apart(
    new URL('./document-worker.ts', import.meta.url),
    asked,
    SECONDS,
    new Refusal(
      'invalid',
      'Mẫu Word quá phức tạp nên không lập xong trong thời gian cho phép. Hãy bớt bảng lặp trong mẫu, hoặc dùng lại mẫu chung.',
    ),
  )
