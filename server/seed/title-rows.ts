import { openFrom } from './days.ts'
import type { Title } from './province-file.ts'

const CLAUSE = 'Khung năng lực theo đề án vị trí việc làm của tỉnh (dữ liệu trình diễn)'

/** Titles and what each asks for, in the order of lists. */
export function titleRows(titles: readonly Title[]): {
  job_title: object[]
  title_standard: object[]
} {
  return {
    job_title: titles.map(({ code, name, short, rank }, index) => ({
      code,
      name,
      short_name: short ?? null,
      rank,
      sort_order: index + 1,
    })),
    title_standard: titles.flatMap(({ code, asks, clause }) =>
      Object.entries(asks).map(([requirement, level]) => ({
        title_code: code,
        requirement,
        level,
        during: openFrom('2015-01-01'),
        clause: clause ?? CLAUSE,
      })),
    ),
  }
}
