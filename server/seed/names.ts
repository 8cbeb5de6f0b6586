import type { Random } from './random.ts'

const words = (text: string): string[] => text.split(' ')

/** Family names by ethnic group; a group without its own list uses the general one. */
const FAMILY: Record<string, string[]> = {
  general: words(
    'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Hoàng Phan Vũ Võ Đặng ' +
      'Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Mai Đoàn Cao Lương Tạ Hà Trịnh Thái Tống Lưu Châu Quách',
  ),
  '02': words('Nông Nông Hoàng Hoàng Lương Hà Bế Chu Lộc Đàm La Dương Triệu Vi Ma Lý Đinh Mã'),
  '04': words('Lý Trần Lâm Vương Quách Châu Hứa Mã Tăng La Lương Huỳnh'),
  '05': words('Thạch Kim Sơn Lâm Danh Châu'),
  '07': words('Nông Hoàng Hoàng Vi Vi Lương Lý Triệu Lâm Mông Lành Hứa Đàm Phùng Linh Vy Lô'),
  '08': words('Vàng Giàng Sùng Lý Thào Mã Hoàng'),
  '09': words('Triệu Triệu Đặng Đặng Bàn Lý Dương Phùng Hoàng Chíu'),
  '15': words('Hoàng Trần Nình Lục Lâm Từ Ninh'),
  '18': words('Trần Lâm Diệp Lưu Trương Đỗ Ninh'),
  '23': words('Hồ'),
  '44': words('Cao Đinh Hồ'),
}

const MIDDLE = {
  male: words(
    'Văn Văn Văn Hữu Đức Quốc Xuân Minh Thanh Công Đình Ngọc Trọng Quang Duy Tiến Thế Mạnh Anh Hoài Bá Viết',
  ),
  female:
    'Thị|Thị|Thị Thanh|Thị Thu|Thị Ngọc|Thị Hồng|Thị Minh|Thị Bích|Thị Kim|Thị Phương|Thị Lan|Thị Hải|Thị Mỹ|Ngọc|Thu|Thùy|Thanh|Khánh'.split(
      '|',
    ),
}

const GIVEN = {
  male: words(
    'An Anh Ánh Bắc Bằng Bảo Bình Cảnh Chiến Chính Chung Công Cường Danh Diễn Dũng Dương Duy Đại Đạt Điền ' +
      'Định Đông Đồng Đức Giang Hà Hải Hào Hậu Hiển Hiệp Hiếu Hòa Hoàn Hoàng Hùng Huy Hưng Hướng Kiên Khải ' +
      'Khang Khánh Khoa Khôi Lâm Linh Long Lộc Lợi Luân Lực Lương Mạnh Minh Nam Nghĩa Ngọc Nguyên Nhân Nhật ' +
      'Ninh Phong Phú Phúc Phương Quân Quang Quý Quyết Sáng Sinh Sơn Sỹ Tài Tâm Tân Tấn Thái Thanh Thành ' +
      'Thắng Thế Thiện Thịnh Thọ Thông Thuận Thủy Tiến Tín Toàn Tới Trí Trung Trường Tú Tuấn Tùng Tường ' +
      'Việt Vinh Vũ Vượng',
  ),
  female: words(
    'An Anh Ánh Bích Bình Chi Chinh Cúc Diễm Diệp Diệu Dung Duyên Đào Giang Hà Hạnh Hằng Hân Hiền Hiếu Hoa ' +
      'Hòa Hoài Hồng Huệ Huyền Hương Hường Khanh Khuyên Kiều Lam Lan Lành Lê Liên Linh Loan Ly Lý Mai Minh ' +
      'My Nga Ngân Ngọc Nguyệt Nhàn Nhi Nhung Oanh Phương Phượng Quyên Quỳnh Sen Tâm Thanh Thảo Thắm Thơ ' +
      'Thoa Thơm Thu Thúy Thủy Thương Trà Trang Trinh Tuyết Tươi Uyên Vân Xuân Yến',
  ),
}

/** Invented: any likeness to a living person is chance. */
export function inventName(random: Random, sex: 'male' | 'female', ethnicity: string): string {
  const family = random.pick(FAMILY[ethnicity] ?? FAMILY.general ?? [])
  return `${family} ${random.pick(MIDDLE[sex])} ${random.pick(GIVEN[sex])}`
}
