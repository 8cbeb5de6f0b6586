import type { Db } from './kernel/database.ts'
import { advanceIds, insertRows } from './kernel/database.ts'
import { nameKey, searchable } from './kernel/text.ts'

/** Unit ids of the cast, with the number range of each subtree. */
export const UNITS = {
  province: { id: 1, scope: { from: 1, to: 7 } },
  home: { id: 2, scope: { from: 2, to: 3 } },
  homeStaff: { id: 3, scope: { from: 3, to: 3 } },
  health: { id: 4, scope: { from: 4, to: 4 } },
  district: { id: 5, scope: { from: 5, to: 7 } },
  districtOffice: { id: 6, scope: { from: 6, to: 6 } },
  commune: { id: 7, scope: { from: 7, to: 7 } },
} as const

/** People of the cast: each is there for a reason, said in its line. */
export const PEOPLE = {
  binh: 1, // head of Home Affairs, 55
  hoa: 2, // deputy there, a woman of 38 with a master's degree
  nam: 3, // deputy there, only his birth year is known: 39 or 40 on the cast's day
  lan: 4, // division head, woman
  dung: 5, // specialist, degree not on record
  minh: 6, // head of Health
  thu: 7, // deputy of Health, first time, woman
  quang: 8, // district secretary
  mai: 9, // division head in the district, came from the province
  son: 10, // commune chairman, college degree
  yen: 11, // commune vice-chair, woman, university
  duc: 12, // retired in 2022
} as const

/** A province of seven units and twelve people, as of 31/10/2024. */
export async function createCast(db: Db): Promise<void> {
  const from = (date: string) => `[${date},)`
  const kinds = [
    'province',
    'department',
    'division',
    'department',
    'district',
    'division',
    'commune',
  ]
  const levels = ['province', 'province', 'province', 'province', 'district', 'district', 'commune']
  const names = [
    'Tỉnh Thử Nghiệm',
    'Sở Nội vụ',
    'Phòng Công chức',
    'Sở Y tế',
    'Huyện An Bình',
    'Phòng Nội vụ',
    'Xã An Hòa',
  ]
  const parents = [null, 1, 2, 1, 1, 5, 5]
  await insertRows(
    db,
    'unit',
    names.map((_, i) => ({
      id: i + 1,
      code: `u${i + 1}`,
      kind: kinds[i],
      level: levels[i],
      block: null,
      during: from('2000-01-01'),
      tree_from: i + 1,
      tree_to: [7, 3, 3, 4, 7, 6, 7][i],
    })),
  )
  await insertRows(
    db,
    'unit_name',
    names.map((name, i) => ({
      unit_id: i + 1,
      name,
      short_name: null,
      during: from('2000-01-01'),
    })),
  )
  await insertRows(
    db,
    'unit_parent',
    parents.flatMap((parent, i) =>
      parent === null ? [] : [{ unit_id: i + 1, parent_id: parent, during: from('2000-01-01') }],
    ),
  )

  const titles = [
    ['director', 'Giám đốc', 'head'],
    ['deputy_director', 'Phó Giám đốc', 'deputy'],
    ['division_head', 'Trưởng phòng', 'division_head'],
    ['specialist', 'Chuyên viên', 'specialist'],
    ['district_secretary', 'Bí thư Huyện ủy', 'head'],
    ['commune_chair', 'Chủ tịch UBND xã', 'head'],
    ['commune_vice_chair', 'Phó Chủ tịch UBND xã', 'deputy'],
  ]
  await insertRows(
    db,
    'job_title',
    titles.map(([code, name, rank], i) => ({ code, name, rank, sort_order: i })),
  )
  const posts = [
    [2, 'director', 'head', 'standing_committee', 1],
    [2, 'deputy_director', 'deputy', 'standing_committee', 3],
    [3, 'division_head', 'division_head', 'agency', 1],
    [3, 'specialist', 'specialist', 'agency', 5],
    [4, 'director', 'head', 'standing_committee', 1],
    [4, 'deputy_director', 'deputy', 'standing_committee', 3],
    [5, 'district_secretary', 'head', 'standing_committee', 1],
    [6, 'division_head', 'division_head', 'agency', 1],
    [7, 'commune_chair', 'head', 'commune', 1],
    [7, 'commune_vice_chair', 'deputy', 'commune', 1],
  ] as const
  await insertRows(
    db,
    'post',
    posts.map(([unit_id, title_code, rank, managed_by, seats], i) => ({
      id: i + 1,
      unit_id,
      title_code,
      rank,
      managed_by,
      seats,
      name: titles.find(([code]) => code === title_code)?.[1],
      in_frame: true,
      is_key: unit_id === 7,
      during: from('2000-01-01'),
    })),
  )

  // id, name, sex, born, precision, ethnicity, unit, post, since, entry
  const people = [
    [1, 'Trần Văn Bình', 'male', '1969-05-10', 'day', '01', 2, 1, '2016-03-01', 'appointment'],
    [2, 'Lê Thị Hoa', 'female', '1986-02-20', 'day', '02', 2, 2, '2024-01-15', 'appointment'],
    [3, 'Hoàng Nam', 'male', '1984-01-01', 'year', '01', 2, 2, '2024-06-10', 'appointment'],
    [4, 'Vũ Thị Lan', 'female', '1978-09-09', 'day', '07', 3, 3, '2018-05-01', 'appointment'],
    [5, 'Đặng Dũng', 'male', '1990-11-30', 'day', '01', 3, 4, '2014-10-01', 'recruitment'],
    [6, 'Phạm Minh', 'male', '1972-07-01', 'day', '01', 4, 5, '2019-02-01', 'appointment'],
    [7, 'Ngô Thị Thu', 'female', '1975-03-03', 'day', '01', 4, 6, '2024-03-01', 'appointment'],
    [8, 'Bùi Quang', 'male', '1974-12-12', 'day', '01', 5, 7, '2020-08-01', 'nomination'],
    [9, 'Cao Thị Mai', 'female', '1990-04-04', 'day', '01', 6, 8, '2023-01-01', 'term_posting'],
    [10, 'Nông Sơn', 'male', '1980-01-01', 'month', '02', 7, 9, '2021-07-01', 'nomination'],
    [11, 'Lý Thị Yên', 'female', '1992-06-15', 'day', '09', 7, 10, '2021-07-01', 'nomination'],
    [12, 'Mạc Đức', 'male', '1961-01-15', 'day', '01', 4, 6, '2010-01-01', 'appointment'],
  ] as const
  await insertRows(
    db,
    'cadre',
    people.map(([id, full_name, sex, born_on, born_precision, ethnicity, unit_id]) => ({
      id,
      record_no: `TN-${String(id).padStart(6, '0')}`,
      full_name,
      sex,
      born_on,
      born_precision,
      ethnicity,
      unit_id,
      religion: 'none',
      name_search: searchable(full_name),
      name_key: nameKey(full_name),
      created_at: '2024-01-01',
    })),
  )
  await insertRows(
    db,
    'employment',
    people.map(([cadre_id, , , , , , unit]) => ({
      cadre_id,
      kind: unit === 7 ? 'official' : 'civil_servant',
      during: cadre_id === 12 ? '[2000-01-01,2022-02-01)' : from('2000-01-01'),
    })),
  )
  await insertRows(
    db,
    'tenure',
    people.map(([cadre_id, , , , , , unit_id, post_id, since, entry]) => ({
      cadre_id,
      unit_id,
      post_id,
      seat_no: cadre_id === 3 ? 2 : 1,
      title: titles.find(([code]) => code === posts[post_id - 1]?.[1])?.[1],
      rank: posts[post_id - 1]?.[2],
      holding: 'main',
      during: cadre_id === 12 ? `[${since},2022-02-01)` : from(since),
      entry,
      is_first_at_rank: true,
      decided_on: since,
      decision_no: `${cadre_id}-QĐ/TU`,
      from_unit_id: cadre_id === 9 ? 3 : null,
    })),
  )
  const degrees = [
    [1, 'master'],
    [2, 'master'],
    [3, 'university'],
    [4, 'university'],
    [6, 'master'],
    [7, 'university'],
    [8, 'university'],
    [9, 'university'],
    [10, 'college'],
    [11, 'university'],
    [12, 'university'],
  ] as const
  await insertRows(
    db,
    'qualification',
    degrees.map(([cadre_id, level]) => ({
      cadre_id,
      level,
      field: 'law',
      major: 'Luật',
      mode: cadre_id === 8 ? 'in_service' : 'full_time',
      awarded_on: '2012-06-30',
    })),
  )
  await advanceIds(db, ['unit', 'post', 'cadre'])
}
