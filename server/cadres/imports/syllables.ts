const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?'
const RHYME =
  '(?:oă|oa|oe|oo|oai|oay|oao|oeo|uâ|uây|uê|uy|uya|uyê|uyu|ua|ui|uôi|uô|ươ|ươi|ươu|ưa|ưi|ưu|ư|iê|iêu|ia|iu|yê|yêu|ai|ao|au|ay|âu|ây|eo|êu|oi|ôi|ơi|ôô|uơ|a|ă|â|e|ê|i|o|ô|ơ|u|y)'
const CODA = '(?:ng|nh|ch|[cmnpt])?'
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}${CODA}$`)

/** Whether a word is spelt as Vietnamese spells: tells a letter of an old font from one that is meant. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  if ((apart.match(TONES)?.length ?? 0) > 1) return false
  return SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'))
}

/** Of the words that are not plain ASCII: how many are spelt as Vietnamese, how many are not. */
export function spelling(text: string): { right: number; wrong: number } {
  const words = text.split(/[\s\d.,;:()/"'“”+–-]+/).filter((word) => /[^\u0020-\u007e]/.test(word))
  const right = words.filter(isSyllable).length
  return { right, wrong: words.length - right }
}
