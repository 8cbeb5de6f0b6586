import { wordsOf } from '#web/lib/language.ts'

export const restrictedWords = wordsOf(
  {
    title: 'Thông tin hạn chế',
    logged: 'mỗi lần xem được ghi vào nhật ký',
    locked: 'Đang khóa',
    mayOpen: 'Được xem khi có lý do',
    own: 'Hồ sơ của anh, chị',
    opened: 'Đang mở',
    why: 'Lý do xem',
    whyHint: 'Ví dụ: thẩm tra hồ sơ bổ nhiệm (ít nhất 10 ký tự)',
    keeps: 'Lý do được lưu vào nhật ký; chính cán bộ đọc được.',
    open: 'Xem',
    close: 'Đóng lại',
    tooShort: 'Ghi lý do ít nhất 10 ký tự thì mới mở được.',
    notDeclared: 'chưa khai',
    directory: 'Thẻ danh bạ',
    elsewhere:
      'Hồ sơ do đơn vị khác quản lý. Ai có tài khoản trong tỉnh đều thấy tên, chức vụ và đơn vị; cần xem thêm thì gửi đề nghị cho cán bộ tổ chức cấp tỉnh.',
    noPost: 'Ngày này không giữ chức vụ nào',
  },
  {
    title: 'Restricted facts',
    logged: 'every look is logged',
    locked: 'Locked',
    mayOpen: 'Opens for a reason',
    own: 'Your own record',
    opened: 'Open',
    why: 'Reason',
    whyHint: 'For example: checking an appointment file (10 characters at least)',
    keeps: 'The reason stays in the log; the person reads it too.',
    open: 'Show',
    close: 'Close',
    tooShort: 'A reason of at least 10 characters opens it.',
    notDeclared: 'not declared',
    directory: 'Directory card',
    elsewhere:
      'The record is kept by another unit. Everybody with an account in the province sees name, post and unit; for more, ask the organisation officer of the province.',
    noPost: 'Holds no post at this date',
  },
)
