import { wordsOf } from '#web/lib/language.ts'

export const standardWords = wordsOf(
  {
    confirm: 'Xác nhận',
    confirmAgain: 'Xác nhận lại',
    confirmed: 'Đã ghi xác nhận.',
    verdict: 'Kết luận',
    meets: 'Đạt',
    doesNot: 'Chưa đạt',
    document: 'Văn bản làm căn cứ',
    documentLike: 'Số, ngày, cơ quan ban hành',
    confirmedOn: 'Ngày xác nhận',
    required: 'Mục này phải có.',
    save: 'Ghi xác nhận',
    cancel: 'Thôi',
    by: 'xác nhận ngày',
  },
  {
    confirm: 'Confirm',
    confirmAgain: 'Confirm anew',
    confirmed: 'Confirmation recorded.',
    verdict: 'Verdict',
    meets: 'Meets',
    doesNot: 'Does not',
    document: 'Document it rests on',
    documentLike: 'Number, day, office',
    confirmedOn: 'Confirmed on',
    required: 'Required.',
    save: 'Record',
    cancel: 'Cancel',
    by: 'confirmed on',
  },
)
