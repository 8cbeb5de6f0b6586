/** A closed list: what the database stores, what a form prints, in the order of the list. */
export type CodeList = Readonly<
  Record<string, { label: string; short?: string; aliases?: readonly string[] }>
>

export function labelOf(list: CodeList, code: string | null | undefined): string | null {
  return code == null ? null : (list[code]?.label ?? code)
}
