import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarText, escaped, folded } from './ics.ts'

const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('a calendar file', () => {
  test('has whole-day entries and lines that end with CRLF', () => {
    const event = { uid: 'raise-5', date: '2025-03-01', summary: 'Nâng bậc', description: 'a\nb' }
    const lines = calendarText('Việc, hạn', '2024-10-31', [event]).split('\r\n')
    expect(lines).toContain('DTSTART;VALUE=DATE:20250301')
    expect(lines).toContain('DTSTAMP:20241031T000000Z')
    expect(lines).toContain('X-WR-CALNAME:Việc\\, hạn')
    expect(lines).toContain('DESCRIPTION:a\\nb')
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  })

  test('escapes what the format keeps for itself', () => {
    expect(escaped('Phòng A; B, C\\D\r\nE')).toBe('Phòng A\\; B\\, C\\\\D\\nE')
  })

  test('folds at 75 bytes without breaking a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ễ', '🗓', ' ', 'đ'), maxLength: 300 }),
        (text) => {
          const line = folded(text)
          expect(unfolded(line)).toBe(text)
          for (const part of line.split('\r\n'))
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        },
      ),
    )
  })
})
