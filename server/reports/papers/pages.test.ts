import { sql } from 'kysely'
import { expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import { test } from '#server/testing.ts'
import { paper } from './paper.ts'

/** Pages of a PDF, as the root of its page tree counts them. */
function pagesOf(bytes: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(bytes)
  const counts = [
    ...text.matchAll(
      /\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g,
    ),
  ]
  return Math.max(0, ...counts.map(([, after, before]) => Number(after ?? before)))
}

test('the candidate card is one page, also for somebody with a long career', async ({ ctx }) => {
  const card = { id: PEOPLE.hoa, paper: 'the-ung-vien', format: 'pdf' as const }
  expect(pagesOf((await paper(ctx, card)).bytes)).toBe(1)
  await sql`insert into tenure (cadre_id, unit_id, title, rank, holding, during, entry)
    select ${PEOPLE.hoa}, 2, 'Chuyên viên Phòng Tổ chức cán bộ, công chức, viên chức ' || n, 'specialist',
      'main', daterange(make_date(1985 + n, 1, 1), make_date(1986 + n, 1, 1)), 'transfer'
    from generate_series(1, 20) n`.execute(ctx.db)
  await sql`insert into rating (cadre_id, year, level)
    select ${PEOPLE.hoa}, n, 'good' from generate_series(2000, 2015) n`.execute(ctx.db)
  await sql`insert into qualification (cadre_id, level, major, awarded_on)
    select ${PEOPLE.hoa}, 'university', 'Quản lý nhà nước, luật và hành chính công ' || n,
      make_date(1990 + n, 6, 1) from generate_series(1, 6) n`.execute(ctx.db)
  expect(pagesOf((await paper(ctx, card)).bytes)).toBe(1)
  const resume = await paper(ctx, { ...card, paper: '2c-bnv-2008' })
  expect(pagesOf(resume.bytes)).toBeGreaterThan(1)
})
