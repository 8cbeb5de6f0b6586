export interface Held {
  kind: 'planned' | 'unscheduled' | 'thematic'
  act: 'inspection' | 'supervision'
  title: string
  examines: 'appointment' | 'evaluation' | null
  /** Days before the day the province opens at; negative is still to come. */
  ago: number
  days: number
  conclusion: string | null
}

/** What is inspected in a demonstration province, from concluded to still to come. */
export const HELD: Held[] = [
  {
    kind: 'planned',
    act: 'inspection',
    title: 'Kiểm tra việc bổ nhiệm, điều động cán bộ quản lý',
    examines: 'appointment',
    ago: 200,
    days: 15,
    conclusion:
      'Đơn vị cơ bản thực hiện đúng quy trình; còn hồ sơ thiếu tài liệu chứng minh và chậm cập nhật quyết định.',
  },
  {
    kind: 'planned',
    act: 'inspection',
    title: 'Kiểm tra công tác đánh giá, xếp loại và quản lý hồ sơ',
    examines: 'evaluation',
    ago: 110,
    days: 12,
    conclusion: 'Việc đánh giá đúng đối tượng; biên bản họp ở một số đơn vị chưa đủ nội dung.',
  },
  {
    kind: 'thematic',
    act: 'supervision',
    title: 'Giám sát chuyên đề về nêu gương, kiểm soát quyền lực',
    examines: null,
    ago: 70,
    days: 10,
    conclusion: null,
  },
  {
    kind: 'unscheduled',
    act: 'inspection',
    title: 'Kiểm tra đột xuất theo phản ánh về bổ nhiệm',
    examines: 'appointment',
    ago: 6,
    days: 20,
    conclusion: null,
  },
  {
    kind: 'planned',
    act: 'inspection',
    title: 'Kiểm tra việc thực hiện kiến nghị năm trước',
    examines: null,
    ago: -20,
    days: 10,
    conclusion: null,
  },
]

export const PURPOSE = [
  'Kịp thời phát hiện, chấn chỉnh thiếu sót trong công tác cán bộ; nhân rộng cách làm tốt.',
  'Kiểm tra đúng đối tượng, đúng thời gian; không trùng với cuộc thanh tra, kiểm tra khác tại đơn vị.',
].join('\n')
export const ARRANGEMENTS = [
  'Các đoàn kiểm tra lấy mẫu vụ việc trước khi làm việc tại đơn vị và gửi kết luận trong thời gian đã ghi.',
  'Đơn vị được kiểm tra chuẩn bị hồ sơ, cử người làm việc và báo cáo việc thực hiện kiến nghị đúng hạn.',
].join('\n')

/** What each concluded inspection found, and what it asks within how many days. */
export const FINDINGS: [says: string, clause: string, kind: string, asks: string, due: number][] = [
  [
    'Hồ sơ bổ nhiệm thiếu bản nhận xét của cấp ủy nơi cư trú',
    'Hồ sơ bổ nhiệm, thành phần hồ sơ',
    'remedy',
    'Bổ sung tài liệu còn thiếu vào hồ sơ và báo cáo',
    45,
  ],
  [
    'Cập nhật số quyết định vào hồ sơ chậm quá 30 ngày',
    'Quản lý hồ sơ cán bộ, cập nhật thường xuyên',
    'improve',
    'Phân công người cập nhật hồ sơ, sửa quy chế quản lý hồ sơ',
    60,
  ],
  [
    'Chưa làm rõ trách nhiệm người thẩm định hồ sơ',
    '114-QĐ/TW, trách nhiệm của người thẩm định',
    'handle_person',
    'Kiểm điểm, rút kinh nghiệm người thẩm định hồ sơ',
    30,
  ],
]
