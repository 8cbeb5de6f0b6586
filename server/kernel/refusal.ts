export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'against_rule'
  | 'unavailable'

/**
 * A business "no": what cannot be done and what can be done instead, in Vietnamese a clerk can act on.
 * Anything else that is thrown is a bug: logged whole, answered without detail.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly details: unknown

  constructor(kind: RefusalKind, message: string, details?: unknown) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.details = details
  }
}
