import { code, date, forms, partialDate, text } from './columns.ts'
import type { Section } from './section.ts'

export const PARTY = {
  party: {
    group: 'F',
    label: 'Đảng viên',
    table: 'party_membership',
    rows: 'one',
    since: 'joined_on',
    until: 'left_on',
    declared: true,
    columns: {
      status: code('Tình trạng', 'party_status', { managed: true, knownBy: 'left_on' }),
      joined_on: date('Ngày vào Đảng', {
        required: 'party_members',
        managed: true,
        ...forms('16', '15', undefined, '18'),
      }),
      official_on: date('Ngày chính thức', {
        required: 'party_members',
        managed: true,
        ...forms('16', '15', undefined, '18'),
      }),
      joined_at: text('Nơi kết nạp', forms(undefined, '15', undefined, '18')),
      card_no: text('Số thẻ đảng viên', { required: 'party_members' }),
      cell: text('Chi bộ sinh hoạt', { required: 'party_members' }),
      left_on: date('Ngày ra khỏi Đảng', { managed: true }),
    },
  },
  party_badges: {
    group: 'F',
    label: 'Huy hiệu Đảng',
    table: 'party_badge',
    rows: 'many',
    since: 'awarded_on',
    columns: {
      badge: code('Huy hiệu', 'party_badge', { mandatory: true }),
      awarded_on: date('Ngày trao', { mandatory: true }),
      decision_no: text('Số quyết định'),
    },
  },
  unions: {
    group: 'F',
    label: 'Tổ chức chính trị – xã hội',
    table: 'union_membership',
    rows: 'many',
    since: 'joined',
    until: 'ended',
    declared: true,
    columns: {
      organisation: code('Tổ chức', 'union', { mandatory: true, ...forms('17', '16') }),
      joined: partialDate('Ngày tham gia', forms('17', '16')),
      duty: text('Công việc, chức vụ', forms('17')),
      ended: partialDate('Thôi tham gia'),
    },
  },
  military: {
    group: 'F',
    label: 'Quân ngũ',
    table: 'military_service',
    rows: 'many',
    since: 'enlisted',
    until: 'discharged',
    declared: true,
    columns: {
      enlisted: partialDate('Ngày nhập ngũ', {
        mandatory: true,
        ...forms('18', '17', undefined, '19'),
      }),
      discharged: partialDate('Ngày xuất ngũ', forms('18', '17', undefined, '19')),
      highest_rank: code('Quân hàm cao nhất', 'military_rank', forms('18', '17', undefined, '19')),
      highest_post: text('Chức vụ cao nhất'),
    },
  },
} as const satisfies Record<string, Section>
