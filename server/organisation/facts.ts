import { sql } from 'kysely'
import { choice, flag, number } from '#rules/facts.ts'
import type { Subject } from '#rules/vocabulary.ts'
import { LEVELS, MANAGED_BY, RANKS, UNIT_BLOCKS, UNIT_KINDS } from './code-lists.ts'

/** What the law may ask about a unit wherever a `unit u` is in the row, or joined to it. */
export const unitFacts = (joins: readonly string[] = []) => ({
  level: choice('Cấp', LEVELS, sql`u.level`, 'Ghi cấp của đơn vị', { joins }),
  kind: choice('Loại đơn vị', UNIT_KINDS, sql`u.kind`, 'Ghi loại đơn vị', { joins }),
  block: choice('Khối', UNIT_BLOCKS, sql`u.block`, 'Ghi khối của đơn vị', { joins }),
})

const POST_PAPER = 'Gắn chức vụ với danh mục chức danh'

/** The same about a `post p`. */
export const postFacts = (joins: readonly string[] = []) => ({
  managed_by: choice('Diện quản lý', MANAGED_BY, sql`p.managed_by`, POST_PAPER, { joins }),
  key_post: flag('Chức danh chủ chốt', sql`p.is_key`, POST_PAPER, { joins }),
})

/** A post that exists on the as-of date, with the seats it has been given. */
export const post: Subject = {
  label: 'chức danh',
  id: sql`p.id`,
  cadreId: sql`null::integer`,
  unitId: sql`p.unit_id`,
  title: sql`p.name`,
  from: ({ asOf }) => sql`post p join unit u on u.id = p.unit_id and p.during @> ${asOf}::date`,
  joins: {},
  facts: {
    ...unitFacts(),
    ...postFacts(),
    rank: choice('Cấp chức vụ', RANKS, sql`p.rank`, 'Ghi cấp chức vụ'),
    in_frame: flag('Trong khung số lượng', sql`p.in_frame`, 'Ghi chức danh'),
    seats: number('Số lượng', sql`p.seats`, 'Ghi số lượng được giao'),
  },
}
