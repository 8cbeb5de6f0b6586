import type { Output } from '#web/lib/api.ts'

export type Board = Output<'GET /evaluation-cycles'>
export type BoardRow = Board['rows'][number]
export type Sheet = Output<'GET /evaluation-cycles/:cycleId'>
export type Cycle = Sheet['cycle']
export type Group = Sheet['groups'][number]
export type OnSheet = Group['people'][number]
export type Person = Output<'GET /evaluations/:evaluationId'>
export type Product = Person['products'][number]
export type Claim = Product['claims'][number]
export type Rating = NonNullable<OnSheet['rating']>
export type Appeal = Output<'GET /evaluation-appeals'>['rows'][number]
export type Task = Output<'GET /breakthrough-tasks'>['rows'][number]
