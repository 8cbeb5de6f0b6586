import { z } from 'zod'
import { query } from '#server/kernel/operation.ts'
import { SECTION_CODES, SECTIONS } from './dictionary.ts'
import { LISTS, type NamedList } from './lists.ts'
import { GROUPS } from './section.ts'

const optional = z.string().nullable()

const columnShape = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  /** Its list; or the field whose code names the list. */
  list: optional,
  listBy: optional,
  mandatory: z.boolean(),
  fixed: z.boolean(),
  required: optional,
  managed: z.boolean(),
  between: z.tuple([z.number(), z.number()]).nullable(),
  forms: z.record(z.string(), z.string()),
})

/** The dictionary of the record with its lists: what a screen or a form is built from. */
export const dictionary = query({
  name: 'cadres.dictionary',
  input: z.strictObject({}),
  output: z.object({
    groups: z.array(z.object({ code: z.string(), label: z.string() })),
    sections: z.array(
      z.object({
        code: z.string(),
        group: z.string(),
        label: z.string(),
        rows: z.enum(['one', 'many']),
        restricted: optional,
        since: optional,
        until: optional,
        declared: z.boolean(),
        columns: z.array(columnShape),
      }),
    ),
    lists: z.array(
      z.object({
        name: z.string(),
        source: z.string(),
        /** The form (a regular expression) of codes taken beside those of the list. */
        others: optional,
        codes: z.array(
          z.object({
            code: z.string(),
            label: z.string(),
            short: optional,
            order: z.number(),
            from: optional,
            until: optional,
            aliases: z.array(z.string()),
          }),
        ),
      }),
    ),
  }),
  async run() {
    const groups = Object.entries(GROUPS).map(([code, label]) => ({ code, label }))
    return { groups, sections: SECTION_CODES.map(sectionNamed), lists: listsInOrder() }
  },
})

function sectionNamed(code: (typeof SECTION_CODES)[number]) {
  const { group, label, rows, restricted, since, until, declared, columns } = SECTIONS[code]
  return {
    code,
    group,
    label,
    rows,
    restricted: restricted ?? null,
    since: since ?? null,
    until: until ?? null,
    declared: declared ?? false,
    columns: Object.entries(columns).map(([name, column]) => ({
      name,
      label: column.label,
      type: column.type,
      list: typeof column.list === 'string' ? column.list : null,
      listBy: typeof column.list === 'object' ? column.list.by : null,
      mandatory: column.mandatory ?? false,
      fixed: column.fixed ?? false,
      required: column.required ?? null,
      managed: column.managed ?? false,
      between: column.between ? ([...column.between] as [number, number]) : null,
      forms: { ...column.forms },
    })),
  }
}

const listsInOrder = () =>
  Object.entries<NamedList>(LISTS).map(([name, { source, codes, others }]) => ({
    name,
    source,
    others: others?.form.source ?? null,
    codes: Object.entries(codes).map(([code, one], order) => ({
      code,
      label: one.label,
      short: one.short ?? null,
      order,
      from: one.from ?? null,
      until: one.until ?? null,
      aliases: [...(one.aliases ?? [])],
    })),
  }))
