import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { walked } from './walked.ts'

const ROOT = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** The command as a person types it, while the server holds the data. */
async function ngangtam(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, NGANGTAM_DATA: walked().dataFolder, DATABASE_URL: '' }
  try {
    const { stdout, stderr } = await run(join(ROOT, 'bin/ngangtam'), args, {
      env,
      maxBuffer: 50_000_000,
    })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

const AT = ['--province', 'quang-binh', '--as-of', '2024-10-31', '--json']

describe('the command line, with the server running', () => {
  test('gives the targets the screen shows', async () => {
    const targets = JSON.parse((await ngangtam('targets', ...AT)).out)
    expect(targets.map(({ id }: { id: string }) => id)).toContain('QB-T2')
    for (const one of targets) {
      expect(one).toMatchObject({
        label: expect.any(String),
        cite: expect.any(String),
        threshold: expect.any(Number),
        by: expect.any(String),
      })
      expect(one.low).toBeLessThanOrEqual(one.high)
      expect(['met', 'not_met', 'unknown']).toContain(one.state)
    }
  })

  test('names the people of one target', async () => {
    const [target] = JSON.parse((await ngangtam('targets', ...AT, '--people', 'QB-T2')).out)
    expect(target.people).toHaveLength(target.base)
    expect(
      target.people.filter(({ status }: { status: string }) => status === 'counted'),
    ).toHaveLength(target.counted)
  })

  test('reproduces every printed figure but the one no whole number of people gives', async () => {
    const figures = JSON.parse(
      (await ngangtam('figures', '--province', 'quang-binh', '--as-of', '2021-03-12', '--json'))
        .out,
    )
    expect(figures.filter(({ agrees }: { agrees: boolean }) => !agrees)).toEqual([
      expect.objectContaining({
        id: 'QB-F4',
        printed: 10.7,
        counted: 10.6,
        note: expect.stringContaining('số người nguyên'),
      }),
    ])
  })

  test('exports the list to a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'can-bo.xlsx')
    expect((await ngangtam('export', 'cadres', ...AT, '-o', file)).code).toBe(0)
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  test('dry-runs, imports, imports nothing twice, and undoes by name', async () => {
    const sample = join(ROOT, 'samples/Danh-sach-cong-chuc-So-Noi-vu-Quang-Binh.xlsx')
    const importing = (...more: string[]) =>
      ngangtam('import', sample, '--province', 'quang-binh', '--json', ...more)
    const dry = JSON.parse((await importing('--dry-run')).out)
    expect(dry).toMatchObject({ importId: null })
    const first = JSON.parse((await importing()).out)
    expect(first.accepted).toBe(dry.accepted)
    expect(first.accepted).toBeGreaterThan(0)
    for (const rejected of first.rejected)
      expect(rejected).toMatchObject({
        cell: expect.stringMatching(/^[A-Z]+\d+$/),
        reason: expect.any(String),
      })
    expect(JSON.parse((await importing()).out)).toMatchObject({ accepted: 0 })
    expect((await ngangtam('import', 'undo', first.importId)).code).toBe(0)
  })

  test('says how far each unit is with a cycle, as the screen does', async () => {
    const asked = ['evaluation', 'board', '--province', 'lang-son', '--cycle', '2026-10']
    const board = JSON.parse((await ngangtam(...asked, '--json')).out)
    expect(board).toMatchObject({ period: '2026-10', periodLabel: 'tháng 10/2026' })
    const office = board.rows.find(
      ({ unitName, agencyName }: { unitName: string; agencyName: string }) =>
        unitName === 'Văn phòng' && agencyName === 'Sở Nội vụ',
    )
    expect(office).toMatchObject({ step: 'head', people: 11, closed: false })
    expect(office.reviewed).toBeLessThan(office.people)
    const sum = board.rows.reduce((all: number, row: { people: number }) => all + row.people, 0)
    expect(board.totals.people).toBe(sum)
    const said = (await ngangtam(...asked)).out
    expect(said).toContain(`Đánh giá tháng 10/2026: ${board.totals.units} đơn vị`)
    expect(said).toContain('Văn phòng, Sở Nội vụ')
    const wrong = await ngangtam('evaluation', 'board', '--province', 'lang-son', '--cycle', '13')
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('2026-Q3') })
  })

  test('refuses in words, with the right exit code', async () => {
    expect(await ngangtam('target')).toMatchObject({
      code: 2,
      err: expect.stringContaining('có phải “targets”?'),
    })
    expect(await ngangtam('targets', '--province', 'ha-noi')).toMatchObject({
      code: 1,
      err: expect.stringContaining('quang-binh'),
    })
    expect(
      await ngangtam('targets', '--province', 'quang-binh', '--as-of', '31/10/2024'),
    ).toMatchObject({ code: 2 })
    expect(await ngangtam('import', 'khong-co.xlsx', '--province', 'quang-binh')).toMatchObject({
      code: 1,
    })
  })
})
