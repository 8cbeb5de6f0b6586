import { z } from 'zod'

/** One code of a list; a pack that names another is told the nearest. */
export const codeShape = <Code extends string>(list: Readonly<Record<Code, unknown>>) =>
  z.enum(Object.keys(list) as [Code, ...Code[]])
