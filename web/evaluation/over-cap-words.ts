import { wordsOf } from '#web/lib/language.ts'

/** Units over the cap of a period. */
export const overCapWords = wordsOf(
  {
    label: 'Đơn vị, nhóm vượt trần hoàn thành xuất sắc',
    says: (units: number, rows: number) =>
      `${units} đơn vị, ${rows} chỗ vượt trần, tính theo mức đã xếp và mức đề nghị của người chưa xếp. Mở đơn vị để xem ai phải hạ.`,
    none: 'Mọi đơn vị của kỳ này đều giữ trần hoàn thành xuất sắc, tính theo mức đã xếp và mức đề nghị.',
    group: 'Nhóm',
    good: 'Tốt',
    excellent: 'Xuất sắc',
    allowed: 'Tối đa',
    overHead: 'Vượt',
    clause: 'Căn cứ',
  },
  {
    label: 'Units and groups over the cap of excellent ratings',
    says: (units: number, rows: number) =>
      `${units} units, ${rows} places over the cap, by ratings given and, where none is given, proposed. Open a unit to see who has to go down.`,
    none: 'Every unit of this period keeps the cap of excellent ratings, given and proposed.',
    group: 'Group',
    good: 'Good',
    excellent: 'Excellent',
    allowed: 'Allowed',
    overHead: 'Over',
    clause: 'Clause',
  },
)
