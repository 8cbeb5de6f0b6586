import { strFromU8, unzipSync } from 'fflate'
import { describe, expect } from 'vitest'
import { auditExport } from './audit/export.ts'
import { declareKinship, recuse } from './authority/kinship.ts'
import { inspectionDossier } from './cadres/inspection-dossier.ts'
import { decideDeclaration } from './cadres/record/decide.ts'
import { declaration } from './cadres/record/declarations.ts'
import { declare } from './cadres/record/declare.ts'
import { addDocument } from './cadres/record/documents.ts'
import { addFact } from './cadres/record/edit.ts'
import { PEOPLE } from './cast.ts'
import { answerClearance, askClearance, clearanceChecks } from './inspection/clearance-checks.ts'
import type { Actor, Context } from './kernel/context.ts'
import { registerPetition } from './publicity/send-petition.ts'
import { test } from './testing.ts'

/** Whoever may read the log reads no restricted group by it: the inspector holds none of them. */

/** No hash of the log spells it by chance. */
const WORD = 'KÍN4711'
const SECRET = `Bí mật ${WORD}`
const WHOM = PEOPLE.thu
const OWN: Partial<Actor> = { role: 'cadre', scope: { from: -1, to: -1 }, cadreId: WHOM }
const RELATIVE = {
  relation: 'child',
  side: 'own',
  full_name: SECRET,
  declared_on: '2024-05-02',
}
const correction = { basis: 'correction', reason: `${SECRET}: theo đơn` } as const

/** By each command that writes what a group holds. */
const WRITTEN: Record<string, (ctx: Context, own: Context) => Promise<unknown>> = {
  async 'a question of political protection and its answer'(ctx) {
    const { id } = await askClearance(ctx, {
      cadreId: WHOM,
      question: SECRET,
      basis: `${SECRET}, quy hoạch`,
      dueOn: '2024-12-01',
    })
    await answerClearance(ctx, { id, version: 1, answer: SECRET, documentNo: SECRET })
    return { caseRef: `clearance:${id}` }
  },
  'a complaint, with the reason of writing it': (ctx) =>
    addFact(ctx, {
      id: WHOM,
      section: 'complaints',
      values: { received_on: '2024-05-02', kind: 'denunciation', content: SECRET },
      basis: correction,
    }),
  'a conclusion of political clearance, with its number': (ctx) =>
    addFact(ctx, {
      id: WHOM,
      section: 'clearances',
      values: { concluded_on: '2024-05-02', decided_by: SECRET, content: SECRET },
      basis: { basis: 'decision', no: SECRET, on: '2024-05-02', by: SECRET },
    }),
  'a scan of a restricted section': (ctx) =>
    addDocument(ctx, {
      id: WHOM,
      section: 'health',
      title: SECRET,
      file: { name: `${SECRET}.pdf`, bytes: new TextEncoder().encode('%PDF-1.7') },
    }),
  async 'a declaration, and why it was returned'(ctx, own) {
    const { declarationId } = await declare(own, {
      values: [{ section: 'relatives', act: 'add', values: RELATIVE }],
      note: SECRET,
    })
    const { items } = await declaration(ctx, { declarationId, reason: 'duyệt bản khai' })
    const itemId = items[0]?.id ?? 0
    const verdicts = [{ itemId, verdict: 'return' as const, reason: SECRET }]
    await decideDeclaration(ctx, { declarationId, verdicts })
    return { caseRef: `declaration:${declarationId}` }
  },
  async 'a relative, and why somebody keeps out'(ctx) {
    const said = { cadreId: WHOM, declaredOn: '2024-05-02' }
    await declareKinship(ctx, { ...said, relativeName: SECRET, relation: 'child' })
    await recuse(ctx, { cadreId: WHOM, caseRef: 'appointment:7', reason: SECRET })
    return { caseRef: 'appointment:7' }
  },
  async 'a letter and its sender'(ctx) {
    const { id } = await registerPetition(ctx, {
      kind: 'complaint',
      channel: 'letter',
      receivedOn: '2024-05-02',
      says: `${SECRET}, trả lời chậm nhiều tháng`,
      sender: { fullName: SECRET, contact: SECRET },
    })
    return { caseRef: `petition:${id}` }
  },
}

describe('the log tells the inspector nothing of a restricted group', () => {
  test.for(Object.keys(WRITTEN))('%s', async (written, { as }) => {
    const own = await as(OWN)
    const made = await WRITTEN[written]?.(await as({}), own)
    const inspector = await as({ role: 'inspector' })
    const look = { reason: 'kiểm tra theo kế hoạch năm' }
    await expect(clearanceChecks(inspector, look)).rejects.toMatchObject({ kind: 'forbidden' })
    const { caseRef } = made as { caseRef?: string }
    const dossiers = [
      await inspectionDossier(inspector, { cadreId: WHOM, ...look }),
      ...(caseRef ? [await inspectionDossier(inspector, { caseRef, ...look })] : []),
    ]
    const read = [
      strFromU8((await auditExport(inspector, {})).bytes),
      ...dossiers.flatMap(({ bytes }) =>
        Object.values(unzipSync(bytes)).map((one) => strFromU8(one)),
      ),
    ].join('\n')
    expect(read).toContain('(không ghi)')
    expect(read).not.toContain(WORD)
  })
})
