import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Each session signs with a key of its own, which no answer holds. */
export const freshKey = (): string => randomBytes(32).toString('base64url')

const signed = (key: string, briefing: number, until: number): string =>
  createHmac('sha256', key).update(`${briefing}.${until}`).digest('base64url').slice(0, 22)

/** `12.1730344600.…`: the session, the second it ends, and the signature over both. */
export const attendanceCode = (key: string, briefing: number, until: number): string =>
  `${briefing}.${until}.${signed(key, briefing, until)}`

export interface ReadCode {
  briefing: number
  until: number
  signature: string
}

export function readCode(code: string): ReadCode | undefined {
  const [, briefing, until, signature] =
    /^(\d{1,9})\.(\d{9,11})\.([\w-]{22})$/.exec(code.trim()) ?? []
  if (!briefing || !until || !signature) return undefined
  return { briefing: Number(briefing), until: Number(until), signature }
}

export function isSigned(key: string, { briefing, until, signature }: ReadCode): boolean {
  return timingSafeEqual(Buffer.from(signed(key, briefing, until)), Buffer.from(signature))
}
