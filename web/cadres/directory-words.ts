import { wordsOf } from '#web/lib/language.ts'

export const directoryWords = wordsOf(
  {
    directory: 'Thẻ danh bạ',
    elsewhere:
      'Hồ sơ do đơn vị khác quản lý. Ai có tài khoản trong tỉnh đều thấy tên, chức vụ và đơn vị; cần xem thêm thì gửi đề nghị cho cán bộ tổ chức cấp tỉnh.',
    noPost: 'Ngày này không giữ chức vụ nào',
  },
  {
    directory: 'Directory card',
    elsewhere:
      'The record is kept by another unit. Everybody with an account in the province sees name, post and unit; for more, ask the organisation officer of the province.',
    noPost: 'Holds no post at this date',
  },
)
