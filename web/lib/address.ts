/** What an address may hold: anything else is left out rather than sent to the server. */

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : numberAsText(value)

/** The router reads `?tim=123` as a number; a search for digits is still text. */
const numberAsText = (value: unknown) => (typeof value === 'number' ? String(value) : undefined)

export const whole = (value: unknown): number | undefined => {
  const read = typeof value === 'string' ? Number(value) : value
  return typeof read === 'number' && Number.isInteger(read) ? read : undefined
}

export const word = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined

/** YYYY-MM-DD. */
export const DAY = /^\d{4}-\d\d-\d\d$/
