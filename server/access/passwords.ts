import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import type { Province } from '#server/kernel/context.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable } from '#server/kernel/text.ts'

const SHORTEST = 12
const LONGEST = 128
/** Fewer letters of one's own than this beside well-known words are guessed with the words. */
const OWN_LETTERS = 6

/** The 1,000 passwords most often found in leaks, and the common ones that are long enough here. */
const COMMON = readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
  .split('\n')
  .filter(Boolean)
const COMMON_WHOLE = new Set(COMMON)

/** Verified when the account is unknown, so that an answer takes as long as for a known one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$lY5dHhY8D1uXrYwJPQx8cyoXjDqu1f0l8b8A0n5mCkE'

/** Argon2id with the parameters OWASP names: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'))

/** Keyboards write one Vietnamese letter in two ways: both are the same password. */
export async function passwordMatches(
  stored: string | undefined,
  password: string,
): Promise<boolean> {
  if (password.length > LONGEST * 4) return false
  return verify(stored ?? NOBODY, password.normalize('NFC')).catch(() => false)
}

/** Length first; no rule about kinds of characters. Refuses what a stranger would try. */
export function checkPassword(password: string, username: string, province: Province): void {
  const length = [...password.normalize('NFC')].length
  if (length < SHORTEST)
    refuse(`Mật khẩu cần ít nhất ${SHORTEST} ký tự (đang có ${length}). Hãy dùng một câu dễ nhớ.`)
  if (length > LONGEST) refuse(`Mật khẩu dài nhất ${LONGEST} ký tự.`)
  if (new Set(password).size < 5) refuse('Mật khẩu lặp lại quá ít ký tự. Hãy dùng một câu dễ nhớ.')
  if (COMMON_WHOLE.has(password.toLowerCase()))
    refuse('Mật khẩu này nằm trong danh sách bị lộ nhiều nhất. Hãy chọn mật khẩu khác.')
  const ofTheHouse = wordsOf(username, province)
  if (beside(password, ofTheHouse) < OWN_LETTERS)
    refuse(
      'Mật khẩu gần như chỉ gồm tên đăng nhập, tên tỉnh hoặc tên phần mềm. Hãy chọn mật khẩu khác.',
    )
  if (beside(password, [...ofTheHouse, ...COMMON]) < OWN_LETTERS)
    refuse('Mật khẩu ghép từ những từ quá phổ biến. Hãy thêm vài từ của riêng mình.')
}

/** A demonstration publishes its password, which begins with the name of the product. */
function wordsOf(username: string, { code, name, demonstration }: Province): string[] {
  const own = demonstration ? [] : ['Ngang Tầm']
  return [username, code, name.replace(/^(tỉnh|thành phố)\s+/i, ''), ...own].map(plain)
}

/** How many letters stay when every one of the words is taken out. */
function beside(password: string, words: readonly string[]): number {
  let left = plain(password)
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    if (word.length >= 3) left = left.replaceAll(word, '')
  }
  return left.length
}

const plain = (text: string) => searchable(text).replace(/[\s._-]+/g, '')

function refuse(says: string): never {
  throw new Refusal('invalid', `${says} Chưa đổi gì.`)
}
