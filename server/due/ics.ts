/** An all-day entry. */
export interface Event {
  /** The same for the same thing at every reading: a calendar replaces, it does not repeat. */
  uid: string
  date: string
  summary: string
  description: string
}

/** RFC 5545: lines end with CRLF, text is escaped, no line is longer than 75 bytes of UTF-8. */
export function calendarText(name: string, stampedOn: string, events: readonly Event[]): string {
  const stamp = `DTSTAMP:${basic(stampedOn)}T000000Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ngang Tam//Viec den han//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, date, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      stamp,
      `DTSTART;VALUE=DATE:${basic(date)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const basic = (date: string) => date.replaceAll('-', '')

export const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const LONGEST = 75

/** Breaks between letters, never inside one; a continued line begins with a space. */
export function folded(line: string): string {
  const lines = ['']
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > LONGEST) {
      lines.push(' ')
      bytes = 1
    }
    lines[lines.length - 1] += letter
    bytes += size
  }
  return lines.join('\r\n')
}
