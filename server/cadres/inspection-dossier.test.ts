import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect } from 'vitest'
import { appendAudit } from '#server/audit/append.ts'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { readSheets } from '#server/office/workbook.ts'
import { test } from '#server/testing.ts'
import { inspectionDossier } from './inspection-dossier.ts'
import { provinceLog } from './province-log.ts'
import { restrictedGroup } from './record/restricted-groups.ts'
import { printFile } from './record-log.ts'

const REASON = 'kiểm tra theo kế hoạch năm 2024'
const NUMBER = '020186004711'

async function lived(ctx: Context): Promise<void> {
  await ctx.db
    .insertInto('cadre_private')
    .values({ cadre_id: PEOPLE.hoa, national_id: NUMBER })
    .execute()
  const look = { group: 'identity_numbers', reason: 'thẩm tra hồ sơ bổ nhiệm' }
  await restrictedGroup(ctx, { id: PEOPLE.hoa, ...look })
  await restrictedGroup(ctx, { id: PEOPLE.minh, ...look })
  await printFile(ctx, { id: PEOPLE.hoa })
  const about = { cadreId: PEOPLE.minh, caseRef: 'appointment:7' }
  await appendAudit(ctx, 'authority.recuse', { reason: 'là anh ruột' }, about)
  await appendAudit(ctx, 'cadres.export', {}, { act: 'export' })
}

/** The files as the team unpacks them. */
async function unpacked(ctx: Context, asked: { cadreId?: number; caseRef?: string }) {
  const { bytes, fileName } = await inspectionDossier(ctx, { ...asked, reason: REASON })
  const files = unzipSync(bytes)
  const folder = mkdtempSync(join(tmpdir(), 'ngangtam-dossier-'))
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content)
  return {
    files,
    folder,
    fileName,
    text: (path: string) => strFromU8(files[path] ?? new Uint8Array()),
  }
}

/** With what is in the dossier alone, as its readme says. */
function verified(folder: string): { intact: boolean; firstBroken: number | null } {
  const files = ['nhat-ky-toan-chuoi.ndjson', '--entries', 'nhat-ky-lien-quan.ndjson']
  try {
    const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const
    return JSON.parse(execFileSync(process.execPath, ['verify-audit.mjs', ...files], options))
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout)
  }
}

describe('the dossier of a person', () => {
  test('holds record, entries, chain and verifier, and proves itself', async ({ ctx }) => {
    await lived(ctx)
    const { files, folder, fileName, text } = await unpacked(ctx, { cadreId: PEOPLE.hoa })
    expect(fileName).toMatch(/^ho-so-kiem-tra-thu-nghiem-person-\d+-2024-10-31\.zip$/)
    expect(JSON.parse(text('ho-so.json'))).toMatchObject({
      fullName: 'Lê Thị Hoa',
      asOf: '2024-10-31',
    })
    const own = text('nhat-ky-lien-quan.ndjson').trimEnd().split('\n')
    expect(own.map((line) => JSON.parse(line).operation)).toEqual([
      'cadres.restricted_group',
      'cadres.print_file',
    ])
    const sheets = await readSheets(files['ho-so.xlsx'] ?? new Uint8Array())
    expect(sheets.map(({ name }) => name)).toContain('Chức vụ')
    expect(JSON.stringify(sheets)).toContain('Phó Giám đốc')
    expect(verified(folder)).toEqual({ entries: 5, intact: true, firstBroken: null })
  })

  test('says in its readme what every file is, with a hash that is right', async ({ ctx }) => {
    await lived(ctx)
    const { files, text } = await unpacked(ctx, { cadreId: PEOPLE.hoa })
    const readme = text('DOC-TRUOC.txt')
    expect(readme).toContain(REASON)
    expect(readme).toContain('Phan Thị Bích')
    for (const [path, content] of Object.entries(files)) {
      if (path === 'DOC-TRUOC.txt') continue
      expect(readme).toContain(`${createHash('sha256').update(content).digest('hex')}  ${path}`)
      expect(readme).toMatch(new RegExp(`  ${path}: .{10}`))
    }
  })

  test('carries nothing of a restricted group', async ({ ctx }) => {
    await lived(ctx)
    const { files } = await unpacked(ctx, { cadreId: PEOPLE.hoa })
    const all = Object.entries(files).flatMap(([path, content]) =>
      path.endsWith('.xlsx') ? Object.values(unzipSync(content)) : [content],
    )
    expect(all.map((content) => strFromU8(content)).join('')).not.toContain(NUMBER)
  })

  test.for([
    ['an entry added', (lines: string[]) => [...lines, '{"id":9,"operation":"x"}']],
    ['an entry changed', (lines: string[]) => lines.map((line) => line.replace('thẩm', 'Thẩm'))],
  ] as const)('is not proved with %s', async ([, forged], { ctx }) => {
    await lived(ctx)
    const { folder, text } = await unpacked(ctx, { cadreId: PEOPLE.hoa })
    const lines = forged(text('nhat-ky-lien-quan.ndjson').trimEnd().split('\n'))
    writeFileSync(join(folder, 'nhat-ky-lien-quan.ndjson'), `${lines.join('\n')}\n`)
    expect(verified(folder).intact).toBe(false)
  })

  test('leaves an entry about the person, with the reason', async ({ ctx }) => {
    await lived(ctx)
    await inspectionDossier(ctx, { cadreId: PEOPLE.hoa, reason: REASON })
    const { rows } = await provinceLog(ctx, { operation: 'audit.dossier' })
    expect(rows).toMatchObject([{ act: 'export', cadreId: PEOPLE.hoa, detail: `lý do: ${REASON}` }])
  })
})

describe('the dossier of a case', () => {
  test('holds the entries and the people of the case', async ({ ctx }) => {
    await lived(ctx)
    const { folder, text } = await unpacked(ctx, { caseRef: 'appointment:7' })
    expect(JSON.parse(text('vu-viec.json'))).toMatchObject({
      caseRef: 'appointment:7',
      people: [{ cadreId: PEOPLE.minh, fullName: 'Phạm Minh' }],
      entries: 1,
    })
    expect(verified(folder)).toMatchObject({ intact: true })
  })

  test('nobody has heard of is not found', async ({ ctx }) => {
    const asked = inspectionDossier(ctx, { caseRef: 'import:999', reason: REASON })
    await expect(asked).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('a dossier is refused', () => {
  test.for([
    ['without a reason', { cadreId: PEOPLE.hoa, reason: 'xem' }],
    ['about nothing', { reason: REASON }],
    ['about two things', { cadreId: PEOPLE.hoa, caseRef: 'import:1', reason: REASON }],
    ['about a case without a number', { caseRef: 'import', reason: REASON }],
  ] as const)('%s', async ([, asked], { ctx }) => {
    await expect(inspectionDossier(ctx, asked)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('to everyone but the inspector and the officer of the province', async ({ as }) => {
    const asked = { cadreId: PEOPLE.hoa, reason: REASON }
    for (const role of ['unit_officer', 'cadre', 'admin']) {
      const other = await as({ role, cadreId: PEOPLE.hoa })
      await expect(inspectionDossier(other, asked)).rejects.toMatchObject({ kind: 'forbidden' })
    }
    const narrow = await as({ scope: UNITS.home.scope })
    await expect(inspectionDossier(narrow, asked)).rejects.toMatchObject({ kind: 'forbidden' })
    const inspector = await as({ role: 'inspector' })
    expect((await inspectionDossier(inspector, asked)).bytes.length).toBeGreaterThan(1000)
  })
})

describe('the history of a case', () => {
  test('is the log asked for the case alone', async ({ ctx }) => {
    await lived(ctx)
    expect(await provinceLog(ctx, { caseRef: 'appointment:7' })).toMatchObject({
      total: 1,
      rows: [{ operation: 'authority.recuse', caseRef: 'appointment:7', person: 'Phạm Minh' }],
    })
    expect(await provinceLog(ctx, { caseRef: 'appointment:70' })).toMatchObject({ total: 0 })
    await expect(provinceLog(ctx, { caseRef: '7' })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
