import { searchable } from '#server/kernel/text.ts'

/** `showSearch` of a select: what is typed is found in the labels, with or without its marks. */
export const findInLabels = {
  filterOption: (typed: string, option?: { label?: unknown }): boolean =>
    searchable(String(option?.label ?? '')).includes(searchable(typed)),
}
