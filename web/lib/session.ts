import { useSuspenseQuery } from '@tanstack/react-query'
import { rightOf } from '#server/access/rights.ts'
import { type Output, question, type Refused } from './api.ts'

export const meQuestion = { ...question('GET /me', {}), staleTime: 5 * 60_000 }

/** The person at the keyboard; screens behind the door always have one. */
export function useMe(): Output<'GET /me'> {
  return useSuspenseQuery<Output<'GET /me'>, Refused>(meQuestion).data
}

type Me = Output<'GET /me'>

/** Whether the reader's rights in force today open an operation, by the server's own table. */
export const mayOf = ({ rights }: Pick<Me, 'rights'>, operation: string): boolean =>
  rights.includes(rightOf(operation) ?? '')

export function useMay(operation: string): boolean {
  return mayOf(useMe(), operation)
}
