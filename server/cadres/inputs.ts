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

export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((v) => v === 'true')])

/** One code of a list; the refusal names the codes that exist. */
export function codeOf<Code extends string>(list: Readonly<Record<Code, unknown>>) {
  const codes = Object.keys(list) as [Code, ...Code[]]
  return z.enum(codes, { error: `Chỉ nhận một trong các mã: ${codes.join(', ')}.` })
}
