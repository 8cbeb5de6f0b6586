import { wordsOf } from '#web/lib/language.ts'

/** Kinds of case as the log spells them (`import:12`); a kind without words shows its reference. */
export const caseWords = wordsOf<Record<string, string>>(
  {
    import: 'Lần nhập số',
    position: 'Vị trí việc làm số',
    unit: 'Đơn vị số',
    review: 'Kỳ rà soát đội ngũ số',
    oversight: 'Phân công theo dõi số',
    delegation: 'Phân cấp số',
    task_entry: 'Diễn biến việc giao số',
    publication: 'Nội dung công khai số',
    petition: 'Góp ý, đơn thư số',
    briefing: 'Buổi phổ biến số',
    good_example: 'Gương điển hình số',
    unit_document: 'Văn bản của đơn vị số',
    task_event: 'Sự kiện kích hoạt số',
    task_step: 'Bước kế hoạch số',
    appointment: 'Hồ sơ bổ nhiệm số',
  },
  {
    import: 'Import',
    position: 'Job position',
    unit: 'Unit',
    review: 'Workforce review',
    oversight: 'Oversight',
    delegation: 'Delegation',
    task_entry: 'Task entry',
    publication: 'Publication',
    petition: 'Petition',
    briefing: 'Briefing',
    good_example: 'Good example',
    unit_document: 'Document of a unit',
    task_event: 'Task event',
    task_step: 'Task step',
    appointment: 'Appointment',
  },
)

export function caseInWords(caseRef: string, words: Record<string, string>): string {
  const [kind = '', number = ''] = caseRef.split(':')
  return words[kind] ? `${words[kind]} ${number}` : caseRef
}
