import { useSuspenseQuery } from '@tanstack/react-query'
import { permits } from '#server/access/permissions.ts'
import { type Output, question, type Refused } from './api.ts'

export const meQuestion = { ...question('GET /me', {}), staleTime: 5 * 60_000 }

/** The person at the keyboard; screens behind the door always have one. */
export function useMe(): Output<'GET /me'> {
  return useSuspenseQuery<Output<'GET /me'>, Refused>(meQuestion).data
}

/** Whether the role of the reader holds an operation, by the server's own table. */
export function useMay(operation: string): boolean {
  return permits(useMe().role, operation)
}
