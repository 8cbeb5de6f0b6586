/** Letters of the two encodings Vietnam typed in before Unicode, each beside what it stands for. */

/** TCVN 5712 (“ABC”): one byte a letter; toned capitals are small letters in a font of capitals. */
const TCVN3_PAIRS = `
à µ  ả ¶  ã ·  á ¸  ạ ¹  ă ¨  ằ »  ẳ ¼  ẵ ½  ắ ¾  ặ Æ
â ©  ầ Ç  ẩ È  ẫ É  ấ Ê  ậ Ë  đ ®
è Ì  ẻ Î  ẽ Ï  é Ð  ẹ Ñ  ê ª  ề Ò  ể Ó  ễ Ô  ế Õ  ệ Ö
ì ×  ỉ Ø  ĩ Ü  í Ý  ị Þ
ò ß  ỏ á  õ â  ó ã  ọ ä  ô «  ồ å  ổ æ  ỗ ç  ố è  ộ é  ơ ¬  ờ ê  ở ë  ỡ ì  ớ í  ợ î
ù ï  ủ ñ  ũ ò  ú ó  ụ ô  ư \u00ad  ừ õ  ử ö  ữ ÷  ứ ø  ự ù
ỳ ú  ỷ û  ỹ ü  ý ý  ỵ þ
Ă ¡  Â ¢  Ê £  Ô ¤  Ơ ¥  Ư ¦  Đ §`

/** VNI-Windows: the letter, then a mark that carries hat and tone; some letters are one byte. */
const VNI_PAIRS = `
à aø  ả aû  ã aõ  á aù  ạ aï  ă aê  ằ aè  ẳ aú  ẵ aü  ắ aé  ặ aë
â aâ  ầ aà  ẩ aå  ẫ aã  ấ aá  ậ aä  đ ñ
è eø  ẻ eû  ẽ eõ  é eù  ẹ eï  ê eâ  ề eà  ể eå  ễ eã  ế eá  ệ eä
ì ì  ỉ æ  ĩ ó  í í  ị ò
ò oø  ỏ oû  õ oõ  ó où  ọ oï  ô oâ  ồ oà  ổ oå  ỗ oã  ố oá  ộ oä
ơ ô  ờ ôø  ở ôû  ỡ ôõ  ớ ôù  ợ ôï
ù uø  ủ uû  ũ uõ  ú uù  ụ uï  ư ö  ừ öø  ử öû  ữ öõ  ứ öù  ự öï
ỳ yø  ỷ yû  ỹ yõ  ý yù  ỵ î`

const pairsOf = (pairs: string): (readonly [string, string])[] => {
  const parts = pairs.trim().split(/\s+/)
  return parts.flatMap((letter, i) => (i % 2 === 0 ? [[parts[i + 1] ?? '', letter] as const] : []))
}

const small = pairsOf(VNI_PAIRS)

/** Every spelling of a capital: both parts large, or the letter alone, as hurried typing has it. */
const large = small.flatMap(([written, letter]) => {
  const capital = letter.toUpperCase()
  const first = written.charAt(0).toUpperCase() + written.slice(1)
  return [
    [written.toUpperCase(), capital],
    [first, capital],
  ] as const
})

export const OLD_LETTERS = {
  tcvn3: new Map(pairsOf(TCVN3_PAIRS)),
  vni: new Map([...large, ...small]),
} as const satisfies Record<string, ReadonlyMap<string, string>>

export type OldCode = keyof typeof OLD_LETTERS

export const OLD_CODES = {
  tcvn3: { label: 'TCVN3 (ABC, phông .VnTime)' },
  vni: { label: 'VNI-Windows (phông VNI-Times)' },
} as const satisfies Record<OldCode, { label: string }>

/** One text of the old encoding in Unicode; longest spelling first, so that `aâ` is one letter. */
export function fromOldCode(code: OldCode, text: string): string {
  const letters = OLD_LETTERS[code]
  let converted = ''
  for (let at = 0; at < text.length; at++) {
    const pair = letters.get(text.slice(at, at + 2))
    if (pair) at++
    converted += pair ?? letters.get(text.charAt(at)) ?? text.charAt(at)
  }
  return converted.normalize('NFC')
}
