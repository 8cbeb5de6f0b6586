import type { z } from 'zod'
import type { cadreFile } from '#server/cadres/file.ts'
import type { SectionCode } from '#server/cadres/record/dictionary.ts'
import type { RosterRow } from '#server/cadres/roster-rows.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { chief, type Read, type RecordRead, running } from './record-read.ts'
import { BLANK, type Row } from './said-tags.ts'

type File = z.output<typeof cadreFile.output>

const RATINGS_SHOWN = 5

/** One line a tag of `SAID`; empty where the record does not say. */
export function saidOf(record: RecordRead, file: File, row: RosterRow | undefined): Row {
  const of = (code: SectionCode, line: (texts: Row, read: Read) => string) =>
    running(record, code)
      .map((read) => line(read.texts, read))
      .filter(Boolean)
      .join('; ')
  const certificates = (kind: string) =>
    record.certificates
      .filter(({ values }) => values.kind === kind && values.level !== 'none')
      .map(({ texts }) => spoken(texts.name, texts.level))
      .join('; ')
  const political = (systems: readonly string[]) =>
    of('political_posts', ({ title, body }, { values }) =>
      systems.includes(String(values.system)) ? spoken(title, body) : '',
    )
  const first = record.recruitment.at(-1)
  const held = [...(file.current ? [file.current] : []), ...file.concurrent]
  const said: Row = {
    full_name_capitals: file.fullName.toUpperCase(),
    age: file.age === null ? '' : String(file.age),
    managing_authority: authorityOf(file.current?.managedByLabel ?? ''),
    all_posts: [
      ...held.map(({ title, unitName }) => spoken(title, unitName)),
      political(['party', 'mass_organisation', 'elected']),
    ]
      .filter(Boolean)
      .join('; '),
    concurrent_posts: file.concurrent
      .map(({ title, unitName, since }) => spoken(title, unitName, `từ ${inVietnamese(since)}`))
      .join('; '),
    party_posts: political(['party']),
    other_posts: political(['mass_organisation', 'elected']),
    first_agency: first?.texts.agency ?? '',
    retires_on: file.retiresOn ? inVietnamese(file.retiresOn) : '',
    grade_number: String(running(record, 'pay')[0]?.values.grade_code ?? ''),
    position_allowance:
      chief(record, 'posts')?.texts.position_allowance || of('allowances', positionAllowance),
    allowances_said: of('allowances', (texts, { values }) =>
      values.kind === 'position' ? '' : allowance(texts),
    ),
    highest_degree: highestDegree(record, row),
    political_theory: row?.politicalTheory ?? '',
    state_management: row?.stateManagement ?? '',
    languages: certificates('language'),
    computing: certificates('it'),
    unions_said: of('unions', ({ organisation, joined }) => spoken(organisation, joined)),
    policy_said: of('policy', ({ category, grade }) => spoken(category, grade)),
    awards_said: of('awards', ({ kind, awarded }) => spoken(kind, awarded)),
    disciplines_said: record.disciplines
      .map(({ texts }) => spoken(texts.form, texts.decided_on, texts.offence))
      .join('; '),
    ratings_said: record.ratings
      .slice(0, RATINGS_SHOWN)
      .map(({ texts }) => `${texts.year}: ${texts.level}`)
      .join('; '),
    succession_said: of('succession', ({ title_code, term }) => spoken(title_code, term)),
  }
  return Object.fromEntries(Object.entries(said).map(([tag, text]) => [tag, text || BLANK]))
}

const positionAllowance = ({ coefficient, amount, percent }: Row, { values }: Read) =>
  values.kind === 'position' ? coefficient || amount || percent || '' : ''

const allowance = ({ kind, percent, coefficient, amount }: Row) =>
  spoken(kind, percent && `${percent}%`, coefficient, amount && `${amount} đồng`)

/** “Diện Ban Thường vụ Tỉnh ủy quản lý” names the standing committee. */
function authorityOf(label: string): string {
  const name = label.replace(/^Diện (.+) quản lý$/, '$1')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Parts that are said, joined by commas. */
export const spoken = (...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(', ')

function highestDegree(record: RecordRead, row: RosterRow | undefined): string {
  const named = record.degrees.find(({ texts }) => texts.level === row?.degree)
  return spoken(row?.degree, named?.texts.major || row?.field)
}
