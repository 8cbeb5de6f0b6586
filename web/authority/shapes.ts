import type { Output } from '#web/lib/api.ts'

export type Delegations = Output<'GET /authority/delegations'>
export type Matter = Delegations['matters'][number]
export type Given = Matter['given'][number]
