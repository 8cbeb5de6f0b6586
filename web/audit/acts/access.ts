import type { Acts } from '../acts.ts'

export const accessActs: Acts = {
  'access.change_password': { vi: 'Đổi mật khẩu', en: 'Change of password' },
  'access.start_second_factor': {
    vi: 'Bắt đầu ghi danh mã xác thực',
    en: 'Start of a second factor',
  },
  'access.confirm_second_factor': { vi: 'Ghi danh mã xác thực', en: 'Second factor added' },
  'access.remove_second_factor': { vi: 'Bỏ mã xác thực', en: 'Second factor removed' },
  'access.renew_recovery_codes': { vi: 'Lấy mã dự phòng mới', en: 'New recovery codes' },
  'access.end_own_session': { vi: 'Kết thúc một phiên của mình', en: 'End of an own session' },
  'access.end_other_sessions': {
    vi: 'Kết thúc các phiên khác của mình',
    en: 'End of the other own sessions',
  },
  'access.add_account': { vi: 'Thêm tài khoản', en: 'New account' },
  'access.disable_account': { vi: 'Khóa tài khoản', en: 'Account disabled' },
  'access.enable_account': { vi: 'Mở lại tài khoản', en: 'Account enabled' },
  'access.reset_account': { vi: 'Cấp lại mật khẩu', en: 'Password reset' },
  'access.link_account': {
    vi: 'Nối tài khoản với đăng nhập một lần',
    en: 'Account linked to single sign-on',
  },
  'access.end_account_sessions': {
    vi: 'Kết thúc các phiên của tài khoản',
    en: 'End of an account’s sessions',
  },
  'access.set_role_requirement': {
    vi: 'Đặt yêu cầu xác thực của vai trò',
    en: 'Requirement of a role',
  },
  'access.set_single_sign_on': { vi: 'Đặt đăng nhập một lần', en: 'Single sign-on set up' },
  'access.end_single_sign_on': { vi: 'Bỏ đăng nhập một lần', en: 'Single sign-on removed' },
  'access.issue_set_up_code': { vi: 'Cấp mã thiết lập', en: 'Set-up code issued' },
  'access.sign_in': { vi: 'Đăng nhập', en: 'Sign-in' },
  'access.sign_in_refused': { vi: 'Đăng nhập không thành', en: 'Sign-in refused' },
  'access.add_role': { vi: 'Thêm vai trò', en: 'New role' },
  'access.grant_right': { vi: 'Giao quyền cho vai trò', en: 'Right given to a role' },
  'access.end_right': { vi: 'Thôi giao quyền cho vai trò', en: 'Right of a role ended' },
  'access.grant_column_group': { vi: 'Giao nhóm thông tin hạn chế', en: 'Restricted group given' },
  'access.end_column_group': {
    vi: 'Thôi giao nhóm thông tin hạn chế',
    en: 'Restricted group ended',
  },
  'access.set_up': { vi: 'Thiết lập tài khoản đầu tiên', en: 'First account set up' },
}
