import { sql } from 'kysely'
import type { Subject } from '#rules/vocabulary.ts'
import { MANAGED_BY, RANKS, UNIT_BLOCKS } from './code-lists.ts'

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
    block: {
      label: 'Khối',
      type: 'choice',
      values: UNIT_BLOCKS,
      sql: () => sql`u.block`,
      paper: 'Ghi khối của đơn vị',
    },
    rank: {
      label: 'Cấp chức vụ',
      type: 'choice',
      values: RANKS,
      sql: () => sql`p.rank`,
      paper: 'Ghi cấp chức vụ',
    },
    managed_by: {
      label: 'Diện quản lý',
      type: 'choice',
      values: MANAGED_BY,
      sql: () => sql`p.managed_by`,
      paper: 'Ghi diện quản lý',
    },
    in_frame: {
      label: 'Trong khung số lượng',
      type: 'flag',
      sql: () => sql`p.in_frame`,
      paper: 'Ghi chức danh',
    },
    seats: {
      label: 'Số lượng',
      type: 'number',
      sql: () => sql`p.seats`,
      paper: 'Ghi số lượng được giao',
    },
  },
}
