import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { tagsOfWord } from '#server/office/word.ts'
import { TODAY, test } from '#server/testing.ts'
import { layouts, TEMPLATES } from './layout.ts'
import { paper, papers } from './paper.ts'
import { shortList } from './short-list.ts'
import { checkTags, tagsOfLayout } from './tags.ts'
import { paperTemplate, resetTemplate, setTemplate } from './templates.ts'

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(TEMPLATES, `${name}.docx`)))

/** What a Word file says, without its markup. */
function textOf({ bytes }: Pick<FileAnswer, 'bytes'>): string {
  const document = unzipSync(bytes)['word/document.xml']
  return new TextDecoder().decode(document).replace(/<[^>]+>/g, '')
}

/** The house's template with other words in it. */
function edited(name: string, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytesOf(name))
  const text = new TextDecoder().decode(parts['word/document.xml'])
  expect(text).toContain(from)
  return zipSync({
    ...parts,
    'word/document.xml': new TextEncoder().encode(text.replace(from, to)),
  })
}

const own = (bytes: Uint8Array) => ({ paper: '2c-bnv-2008', file: { name: 'mau.docx', bytes } })

async function declareFamily({ db }: Context, cadreId: number): Promise<void> {
  await sql`insert into relative (cadre_id, relation, side, full_name, declared_on)
    values (${cadreId}, 'spouse', 'own', 'Tô Văn Khuyết', '2020-01-01')`.execute(db)
}

describe('templates', () => {
  test('every layout names known tags, and its Word template names the same', async ({ ctx }) => {
    expect((await papers(ctx, {})).map((one) => one.paper)).toEqual([
      ...['2c-bnv-2008', '2c-tctw-98', 'danh-gia-bang-tong-hop', 'danh-gia-bien-ban'],
      ...['danh-gia-phieu', 'danh-gia-quyet-dinh', 'danh-gia-thong-bao'],
      ...['the-ung-vien', 'trich-ngang', 'tt06-2023'],
    ])
    for (const layout of layouts()) {
      const tags = tagsOfLayout(layout)
      checkTags(tags, layout.about)
      const inWord = await tagsOfWord(bytesOf(layout.paper))
      const names = (list: typeof tags) =>
        [...new Set(list.map(({ name, kind }) => `${kind} ${name}`))]
          .filter((one) => one !== 'value photo')
          .sort()
      expect(names(inWord)).toEqual(names(tags))
    }
  })

  test('an unknown tag is refused with the nearest one', async ({ ctx }) => {
    const wrong = edited('2c-bnv-2008', '{identity.other_names}', '{identity.othernames}')
    await expect(setTemplate(ctx, own(wrong))).rejects.toThrow(
      '{identity.othernames} (có phải {identity.other_names}?)',
    )
    const table = edited('2c-bnv-2008', '{#career}', '{#careers}')
    await expect(setTemplate(ctx, own(table))).rejects.toMatchObject({ kind: 'invalid' })
    const open = edited('2c-bnv-2008', '{identity.other_names}', '{identity.other_names')
    await expect(setTemplate(ctx, own(open))).rejects.toThrow('thẻ viết dở')
  })

  test('what is not a Word file is refused in words', async ({ ctx }) => {
    const refused = [
      new TextEncoder().encode('không phải tệp Word'),
      zipSync({ 'a.txt': new Uint8Array(3) }),
      zipSync({ ...unzipSync(bytesOf('2c-bnv-2008')), 'word/vbaProject.bin': new Uint8Array(3) }),
      new Uint8Array(6_000_000),
    ]
    for (const bytes of refused) await expect(setTemplate(ctx, own(bytes))).rejects.toThrow('.docx')
  })

  test('a province prints with its own template until it goes back', async ({ ctx, as }) => {
    const mine = edited('2c-bnv-2008', 'SƠ YẾU LÝ LỊCH', 'LÝ LỊCH MẪU TỈNH')
    await setTemplate(ctx, own(mine))
    const asked = { id: PEOPLE.hoa, paper: '2c-bnv-2008', format: 'docx' as const }
    expect(textOf(await paper(ctx, asked))).toContain('LÝ LỊCH MẪU TỈNH')
    expect((await paperTemplate(ctx, { paper: '2c-bnv-2008' })).bytes).toEqual(mine)
    await resetTemplate(ctx, { paper: '2c-bnv-2008' })
    expect(textOf(await paper(ctx, asked))).toContain('SƠ YẾU LÝ LỊCH')
    await expect(resetTemplate(ctx, { paper: '2c-bnv-2008' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const unit = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: 2 })
    await expect(setTemplate(unit, own(mine))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('papers', () => {
  test('are filled from the record of that day', async ({ ctx }) => {
    const asked = { id: PEOPLE.hoa, paper: '2c-bnv-2008', format: 'docx' as const }
    const now = textOf(await paper(ctx, { ...asked, asOf: TODAY }))
    expect(now).toContain('LÊ THỊ HOA')
    expect(now).toContain('20/02/1986')
    expect(now).toContain('Phó Giám đốc, Sở Nội vụ')
    expect(now).toContain('Cơ quan, đơn vị có thẩm quyền quản lý CBCC: Ban Thường vụ Tỉnh ủy')
    const before = textOf(await paper(ctx, { ...asked, asOf: '2023-12-31' }))
    expect(before).not.toContain('Phó Giám đốc, Sở Nội vụ')
    expect(now).not.toMatch(/[{}]/)
  })

  test('text of a record stays text', async ({ ctx }) => {
    const asked = { id: PEOPLE.hoa, paper: 'the-ung-vien' }
    await sql`update cadre set home_place = ${'<w:br/> {identity.sex} #panic() *x* & Co'}
      where id = ${PEOPLE.hoa}`.execute(ctx.db)
    const word = textOf(await paper(ctx, { ...asked, format: 'docx' }))
    expect(word).toContain('&lt;w:br/&gt; {identity.sex} #panic() *x* &amp; Co')
    const { bytes } = await paper(ctx, { ...asked, format: 'pdf' })
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-')
  })

  test('restricted groups need a grant, a reason, and being asked for', async ({ ctx, as }) => {
    await declareFamily(ctx, PEOPLE.lan)
    const asked = { id: PEOPLE.lan, paper: '2c-bnv-2008', format: 'docx' as const }
    const open = { ...asked, groups: ['family' as const], reason: 'Thẩm tra hồ sơ bổ nhiệm' }
    const shut = textOf(await paper(ctx, asked))
    expect(shut).not.toContain('Tô Văn Khuyết')
    expect(shut).toContain('Chưa in các nhóm thông tin hạn chế')
    expect(textOf(await paper(ctx, open))).toContain('Tô Văn Khuyết')
    await expect(paper(ctx, { ...open, reason: '' })).rejects.toMatchObject({ kind: 'invalid' })
    const unit = await as({ role: 'inspector' })
    await expect(paper(unit, open)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('carry the photo of the record', async ({ ctx }) => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const { rows } = await sql<{ id: number }>`insert into record_document
        (cadre_id, section, title, file_name, media_type, size, sha256, content, account_name)
      values (${PEOPLE.lan}, 'personal', 'Ảnh', 'anh.png', 'image/png', 1, 'x',
        decode(${png}, 'base64'), 'officer') returning id`.execute(ctx.db)
    await sql`insert into personal_detail (cadre_id, photo_document_id)
      values (${PEOPLE.lan}, ${rows[0]?.id})`.execute(ctx.db)
    const asked = { id: PEOPLE.lan, paper: 'the-ung-vien' }
    const { bytes } = await paper(ctx, { ...asked, format: 'docx' })
    expect(Object.keys(unzipSync(bytes)).some((path) => path.endsWith('.png'))).toBe(true)
    expect((await paper(ctx, { ...asked, format: 'pdf' })).bytes.byteLength).toBeGreaterThan(1000)
    const other = await paper(ctx, { ...asked, id: PEOPLE.hoa, format: 'docx' })
    expect(textOf(other)).toContain('Ảnh màu')
  })

  test('leave an entry about the person, with the reason', async ({ ctx }) => {
    await paper(ctx, {
      ...{ id: PEOPLE.lan, paper: '2c-bnv-2008', format: 'docx' },
      ...{ groups: ['family'], reason: 'Thẩm tra hồ sơ bổ nhiệm' },
    })
    const { rows } = await sql<{ operation: string; cadre_id: number; act: string }>`
      select operation, cadre_id, act from audit_entry`.execute(ctx.db)
    expect(rows).toEqual([{ operation: 'reports.paper', cadre_id: PEOPLE.lan, act: 'export' }])
  })

  test('a person of another unit and an unknown paper are refused', async ({ ctx, as }) => {
    const asked = { id: PEOPLE.minh, paper: '2c-bnv-2008', format: 'pdf' as const }
    await expect(paper(ctx, { ...asked, paper: '2c-bnv' })).rejects.toThrow('2c-bnv-2008')
    const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: 2 })
    await expect(paper(home, asked)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('the short list', () => {
  test('has who serves in the unit, and only what the reader may see', async ({ ctx, as }) => {
    const health = textOf(await shortList(ctx, { format: 'docx', unitId: UNITS.health.id }))
    expect(health).toContain('Phạm Minh')
    expect(health).toContain('Tổng số: 2 người')
    expect(health).not.toContain('Lê Thị Hoa')
    const home = await as({ role: 'unit_officer', scope: UNITS.home.scope, unitId: 2 })
    const own = textOf(await shortList(home, { format: 'docx' }))
    expect(own).toContain('Lê Thị Hoa')
    expect(own).not.toContain('Phạm Minh')
    await expect(
      shortList(home, { format: 'docx', unitId: UNITS.health.id }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    await expect(shortList(home, { format: 'pdf', ids: [PEOPLE.minh] })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
