import { wordsOf } from '#web/lib/language.ts'

export const reminderWords = wordsOf(
  {
    title: 'Lịch và thư nhắc',
    calendar: 'Lịch đăng ký',
    calendarSays:
      'Dán địa chỉ vào chương trình lịch. Lịch chỉ có việc của những người tài khoản này được xem, không có ngày sinh và kỷ luật. Ai có địa chỉ thì đọc được lịch: hãy giữ như mật khẩu.',
    made: 'Tạo lúc',
    read: 'đọc lần cuối',
    unread: 'chưa được đọc',
    address: 'Địa chỉ lịch',
    once: 'Địa chỉ chỉ hiện một lần này. Hãy chép ngay.',
    make: 'Tạo địa chỉ',
    remake: 'Tạo địa chỉ mới, bỏ địa chỉ cũ',
    end: 'Bỏ địa chỉ',
    mail: 'Thư nhắc hằng ngày',
    mailSays:
      'Mỗi ngày một thư, chỉ có số việc và đường dẫn. Thư chỉ đi khi người vận hành đã đặt máy chủ thư. Để trống thì không nhận.',
    mailAddress: 'Địa chỉ thư điện tử',
    mailOn: 'Đã ghi. Thư đầu tiên đến khi có việc đến hạn.',
    mailOff: 'Đã thôi nhận thư nhắc.',
    save: 'Ghi',
  },
  {
    title: 'Calendar and mail',
    calendar: 'Calendar',
    calendarSays:
      'Paste the address into a calendar program. It holds only what this account may see, no birth dates and no discipline. Whoever has the address can read it: keep it like a password.',
    made: 'Made',
    read: 'last read',
    unread: 'not read yet',
    address: 'Address of the calendar',
    once: 'The address is shown this once. Copy it now.',
    make: 'Make an address',
    remake: 'Make another, end this one',
    end: 'End the address',
    mail: 'Daily mail',
    mailSays:
      'One mail a day with a number and a link. It goes out only where the operator has set a mail server. Leave empty for none.',
    mailAddress: 'Mail address',
    mailOn: 'Saved. The first mail comes when something is due.',
    mailOff: 'No more mails.',
    save: 'Save',
  },
)
