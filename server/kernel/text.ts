/** Vietnamese text: one form to store, one key to search, one key to sort (C order, any database). */

const LETTERS = 'a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z'.split(' ')
const LETTER_KEY = new Map(
  LETTERS.map((letter, index) => [letter, String.fromCharCode(0x41 + index)]),
)
/** Tone order of Vietnamese dictionaries: level, grave, hook, tilde, acute, dot. */
const TONE_KEY: Record<string, string> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
}

/** NFC, Đ for its look-alike Ð, plain spaces, no doubled or outer spaces. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00d0/g, 'Đ')
    .replace(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .trim()
}

/** Lower case without diacritics: what a search compares. */
export function searchable(text: string): string {
  return tidy(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
}

/** Sort key equal to Intl.Collator('vi') under plain byte order. */
export function sortKey(text: string): string {
  let letters = ''
  let tones = ''
  for (const char of tidy(text).toLowerCase()) {
    let base = ''
    let tone = '0'
    for (const mark of char.normalize('NFD')) {
      const toneKey = TONE_KEY[mark]
      if (toneKey) tone = toneKey
      else base += mark
    }
    const letter = base.normalize('NFC')
    const isBreak = letter === ' ' || letter === '-'
    letters += isBreak ? '!' : (LETTER_KEY.get(letter) ?? letter)
    tones += isBreak ? '0' : tone
  }
  return `${letters} ${tones}`
}

/** Vietnamese lists sort people by given name, then family name, then the middle names. */
export function nameKey(fullName: string): string {
  const parts = tidy(fullName).split(' ')
  return [parts.at(-1) ?? '', parts[0] ?? '', parts.slice(1, -1).join(' ')].map(sortKey).join('~')
}
