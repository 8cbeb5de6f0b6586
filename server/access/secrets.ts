import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret only its holder keeps: 256 random bits, safe in a cookie. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** What a table keeps of a random token. A password is never kept so: see passwords.ts. */
export const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Without the letters and digits that are taken for each other when read aloud or typed over. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Read from paper: `hk3v9-w2mfx-…`, about five bits a letter. */
export function readableSecret(groups: number): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** As typed: spaces and capitals do not count. */
export const asTyped = (secret: string): string => secret.trim().toLowerCase().replace(/\s+/g, '')
