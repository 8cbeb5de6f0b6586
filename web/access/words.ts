import { wordsOf } from '#web/lib/language.ts'

export const signInWords = wordsOf(
  {
    title: 'Đăng nhập',
    motto: 'Công tác cán bộ của tỉnh, đếm từ hồ sơ từng người',
    province: 'Tỉnh',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    needsUsername: 'Hãy nhập tên đăng nhập.',
    needsPassword: 'Hãy nhập mật khẩu.',
    enter: 'Đăng nhập',
    demo: 'Dữ liệu minh họa: chọn một vai để xem thử',
    none: 'Máy chủ chưa có tỉnh nào. Chạy “ngangtam demo load” để nạp các tỉnh minh họa.',
    other: 'English',
  },
  {
    title: 'Sign in',
    motto: 'The cadre work of a province, counted from each record',
    province: 'Province',
    username: 'User name',
    password: 'Password',
    needsUsername: 'Enter your user name.',
    needsPassword: 'Enter your password.',
    enter: 'Sign in',
    demo: 'Demonstration data: choose a role to look around',
    none: 'The server holds no province yet. Run “ngangtam demo load” for the demonstration ones.',
    other: 'Tiếng Việt',
  },
)
