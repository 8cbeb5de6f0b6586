import { wordsOf } from '#web/lib/language.ts'

/** Kinds of case as the log spells them (`import:12`); a kind without words shows its reference. */
export const caseWords = wordsOf<Record<string, string>>(
  {
    import: 'Lần nhập số',
    delegation: 'Phân cấp số',
    appointment: 'Hồ sơ bổ nhiệm số',
  },
  {
    import: 'Import',
    delegation: 'Delegation',
    appointment: 'Appointment',
  },
)

export function caseInWords(caseRef: string, words: Record<string, string>): string {
  const [kind = '', number = ''] = caseRef.split(':')
  return words[kind] ? `${words[kind]} ${number}` : caseRef
}
