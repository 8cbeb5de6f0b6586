import { type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Api } from './shapes.ts'

export type Route = keyof Api
export type Input<R extends Route> = Api[R][0]
export type Output<R extends Route> = Api[R][1]
type Question = Extract<Route, `GET ${string}`>
type Command = Exclude<Route, Question>

/** What the server refuses, with a sentence the reader can act on. */
export class Refused extends Error {
  readonly kind: string
  readonly details: unknown

  constructor(kind: string, message: string, details?: unknown) {
    super(message)
    this.kind = kind
    this.details = details
  }
}

/** `GET /targets/:id` and an input → address and body; what is not in the path goes to the query. */
export function addressOf<R extends Route>(route: R, input: Input<R>) {
  const [method = 'GET', pattern = ''] = route.split(' ')
  const rest: Record<string, unknown> = { ...(input as object) }
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  if (method !== 'GET') return { method, address: `/api${path}`, rest }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  const asked = query.size > 0 ? `?${query}` : ''
  return { method, address: `/api${path}${asked}`, rest: {} }
}

export async function ask<R extends Route>(
  route: R,
  input: Input<R>,
  signal?: AbortSignal,
  key = randomMark(),
): Promise<Output<R>> {
  const answer = await answerTo(route, input, signal, key)
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return body as Output<R>
  throw refusalIn(answer, body)
}

/** The same for a route that answers with a file. */
export async function askFile<R extends Route>(
  route: R,
  input: Input<R>,
  signal?: AbortSignal,
): Promise<Blob> {
  const answer = await answerTo(route, input, signal)
  if (answer.ok) return answer.blob()
  throw refusalIn(answer, await answer.json().catch(() => undefined))
}

async function answerTo<R extends Route>(
  route: R,
  input: Input<R>,
  signal?: AbortSignal,
  key = randomMark(),
): Promise<Response> {
  const { method, address, rest } = addressOf(route, input)
  const sent = method === 'GET' ? {} : onceOnly(bodyOf(rest), key)
  const send = () => fetch(address, { method, signal, ...sent })
  // A lost answer is asked for once more: the key lets the server do a change only once.
  return send().catch(unlessStopped(send)).catch(unlessStopped(unreachable))
}

function refusalIn(answer: Response, body: unknown): Refused {
  const { kind, message, details } = (body ?? {}) as Partial<Refused>
  return new Refused(
    kind ?? 'bug',
    message ?? `Máy chủ trả lời không đọc được (${answer.status}). Hãy thử lại.`,
    details,
  )
}

function unlessStopped<T>(then: () => T) {
  return (problem: unknown): T => {
    if (problem instanceof DOMException && problem.name === 'AbortError') throw problem
    return then()
  }
}

function unreachable(): never {
  throw new Refused(
    'unreachable',
    'Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại; chưa có gì bị mất.',
  )
}

/** Marks one press of a button, however often the network makes us send it. */
function onceOnly(sent: RequestInit, key: string): RequestInit {
  return { ...sent, headers: { ...(sent.headers as object), 'idempotency-key': key } }
}

/** Drawn at random: also a ticket that nobody else can ask about. */
export function randomMark(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bodyOf(rest: Record<string, unknown>): RequestInit {
  if (!Object.values(rest).some((value) => value instanceof Blob)) {
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) }
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue
    if (value instanceof Blob) form.append(name, value, value instanceof File ? value.name : name)
    else form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  return { body: form }
}

type Options<R extends Question> = Omit<
  UseQueryOptions<Output<R>, Refused>,
  'queryKey' | 'queryFn' | 'select'
>

export const question = <R extends Question>(route: R, input: Input<R>) => ({
  queryKey: [route, input] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => ask(route, input, signal),
})

export const useAnswer = <R extends Question>(route: R, input: Input<R>, options?: Options<R>) =>
  useQuery<Output<R>, Refused>({ ...question(route, input), ...options })

/** A change; when it is done everything on screen is asked again. */
export function useCommand<R extends Command>(route: R) {
  const client = useQueryClient()
  return useMutation<Output<R>, Refused, Input<R>>({
    mutationFn: (input) => ask(route, input),
    // Not waited for: what the asker shows next must not depend on a component the news unmounts.
    onSuccess: () => {
      void client.invalidateQueries()
    },
  })
}
