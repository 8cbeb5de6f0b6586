/**
 * A closed list: what the database stores, what a form prints, in the order of the list. A code with
 * `from` or `until` is given only to facts of those days; what was written with it stays readable.
 */
export type CodeList = Readonly<
  Record<
    string,
    {
      label: string
      short?: string
      aliases?: readonly string[]
      from?: string
      until?: string
    }
  >
>

export function labelOf(list: CodeList, code: string | null | undefined): string | null {
  return code == null ? null : (list[code]?.label ?? code)
}
