import type { Random } from './random.ts'

/** What agencies write under the headings no record answers. */
const WORDS: Record<string, readonly string[]> = {
  'danh-gia-chung': [
    'Đã quán triệt văn bản đến toàn thể cán bộ, công chức; ban hành kế hoạch thực hiện của cơ quan và phân công lãnh đạo phụ trách từng nội dung.',
    'Lãnh đạo cơ quan chỉ đạo rà soát hồ sơ, tiêu chuẩn từng chức danh; kết quả đưa vào kiểm điểm cuối năm.',
    'Kế hoạch của cơ quan được cụ thể thành nhiệm vụ theo quý; phòng tổ chức theo dõi, báo cáo lãnh đạo hằng tháng.',
  ],
  'kho-khan': [
    'Nguồn cán bộ trẻ, nữ đủ tiêu chuẩn còn ít; một số vị trí chuyên môn khó tuyển.',
    'Chỉ tiêu lớp bồi dưỡng được phân bổ ít hơn nhu cầu; cán bộ kiêm nhiệm nhiều việc nên khó bố trí đi học.',
    'Số liệu của đơn vị trực thuộc gửi chậm, phải đối chiếu nhiều lần.',
  ],
  'kien-nghi': [
    'Đề nghị mở thêm lớp bồi dưỡng quản lý nhà nước ngạch chuyên viên chính.',
    'Đề nghị hướng dẫn thống nhất cách tính khi cán bộ được điều động giữa năm.',
    'Không.',
  ],
  'nhu-cau': [
    'Cần một phó giám đốc từ nguồn quy hoạch tại chỗ.',
    'Cần hai trưởng phòng; một vị trí đề nghị điều động từ cơ sở lên.',
    'Không có nhu cầu điều động; bổ sung một phó trưởng phòng từ nguồn tại chỗ.',
  ],
  'de-xuat': [
    'Thực hiện quy trình bổ nhiệm trong quý I năm sau.',
    'Trình phương án nhân sự sau khi hoàn thành rà soát quy hoạch.',
  ],
  'noi-dung': ['Cơ quan đã báo cáo đủ nội dung nêu trong văn bản yêu cầu, kèm danh sách chi tiết.'],
}

/** The words of a whole report; `few` leaves the last headings still to be written. */
export function wordsFor(
  sections: readonly { id: string }[],
  random: Random,
  few = false,
): Record<string, string> {
  const asked = sections.filter(({ id }) => WORDS[id])
  const written = few ? asked.slice(0, 1) : asked
  return Object.fromEntries(written.map(({ id }) => [id, random.pick(WORDS[id] ?? [''])]))
}

/** Whoever consolidates writes of the whole. */
export const WHOLE: Record<string, string> = {
  'danh-gia-chung':
    'Các cơ quan, địa phương đã ban hành kế hoạch, phân công trách nhiệm cụ thể; việc theo dõi, đôn đốc được thực hiện theo quý.',
  'kho-khan':
    'Một số chỉ tiêu về trình độ, độ tuổi còn chênh lệch giữa các cơ quan; nguồn kế cận ở một số lĩnh vực mỏng.',
  'kien-nghi':
    'Tiếp tục mở lớp theo nhu cầu đã đăng ký; giao cơ quan chưa đạt chỉ tiêu báo cáo giải pháp.',
  'nhu-cau': 'Tổng hợp nhu cầu của các cơ quan như nêu dưới đây; ưu tiên nguồn quy hoạch tại chỗ.',
  'de-xuat':
    'Trình Ban Thường vụ phương án theo từng quý, bắt đầu từ vị trí còn khuyết cấp trưởng.',
}
