import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Seal } from './audit/verify.ts'
import { provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import { todayInVietnam } from './kernel/dates.ts'
import { repeat } from './kernel/repeat.ts'
import { performLocally } from './local-door.ts'

const DAY = 24 * 60 * 60 * 1000

/** A line per province in the file of the day. Lines are only added: an earlier head stays readable. */
export function writeSeals(folder: string, seals: readonly Seal[]): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${todayInVietnam()}.ndjson`)
  appendFileSync(file, seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''))
  return file
}

/** Seals every province now and once a day; a folder that cannot be written to must not stop the server. */
export function keepSealing(house: House, folder: string): Promise<() => void> {
  return repeat(
    DAY,
    async () => writeSeals(folder, await headsOf(house)),
    (failure) =>
      `Chưa niêm phong được nhật ký vào ${folder} (${failure}). Hãy kiểm tra quyền ghi thư mục, hoặc đặt NGANGTAM_SEALS.`,
  )
}

async function headsOf(house: House): Promise<Seal[]> {
  const seals: Seal[] = []
  for (const { code } of await provinces(house.database)) {
    const head = (await performLocally(house, 'audit.head', code, {})) as Omit<Seal, 'province'>
    seals.push({ province: code, ...head })
  }
  return seals
}
