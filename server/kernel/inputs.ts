import { z } from 'zod'

/** Numbers and flags as they come: written in an address, or already typed from the command line. */
export const wholeNumber = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .refine((value) => value >= 0, { error: 'Cần một số nguyên không âm, ví dụ 40.' })

/** A year as far as records here reach. */
export const yearNumber = wholeNumber.refine((value) => value >= 2000 && value <= 2100, {
  error: 'Cần một năm từ 2000 đến 2100, ví dụ 2026.',
})

export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((v) => v === 'true')])

/** A case by kind and number, as audit entries carry it: `import:12`, `delegation:3`. */
export const caseReference = z
  .string()
  .regex(/^[a-z_]{1,40}:\d{1,9}$/, 'Hãy ghi vụ việc theo loại và số, ví dụ import:12.')

/** One code of a list; the refusal names the codes that exist. */
export function codeOf<Code extends string>(list: Readonly<Record<Code, unknown>>) {
  const codes = Object.keys(list) as [Code, ...Code[]]
  return z.enum(codes, { error: `Chỉ nhận một trong các mã: ${codes.join(', ')}.` })
}
