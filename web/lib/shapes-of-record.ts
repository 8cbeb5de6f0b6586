import type { z } from 'zod'
import type { declaration, declarations } from '#server/cadres/record/declarations.ts'
import type { dictionary } from '#server/cadres/record/describe.ts'
import type { documents } from '#server/cadres/record/documents.ts'
import type { factHistory } from '#server/cadres/record/history.ts'
import type { factShape, record, sectionShape, valueShape } from '#server/cadres/record/record.ts'
import type { supplementRounds } from '#server/cadres/record/supplement.ts'

export type Dictionary = z.output<typeof dictionary.output>
export type SectionInfo = Dictionary['sections'][number]
export type Field = SectionInfo['columns'][number]
export type Lists = Dictionary['lists']
export type RecordAnswer = z.output<typeof record.output>
export type Fact = z.output<typeof factShape>
export type FactSection = z.output<typeof sectionShape>
export type Value = z.output<typeof valueShape>
export type Values = Record<string, Value>
export type Change = z.output<typeof factHistory.output>['changes'][number]
export type Scan = z.output<typeof documents.output>['documents'][number]
export type Declaration = z.output<typeof declaration.output>
export type DeclarationItem = Declaration['items'][number]
export type DeclarationRow = z.output<typeof declarations.output>['rows'][number]
export type Round = z.output<typeof supplementRounds.output>['rounds'][number]
export type Act = 'add' | 'correct' | 'end'
