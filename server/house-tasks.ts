import { restoreBackup } from './backup/restore.ts'
import { writeBackup } from './backup/write.ts'
import { provinceByCode, provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import { Refusal } from './kernel/refusal.ts'
import { createEmptyProvince, growProvince, loadDemonstration } from './seed/load.ts'

type Task = (house: House, input: Record<string, unknown>) => Promise<unknown>

/** What the local operator does to the house itself rather than inside one province. */
const TASKS: Record<string, Task> = {
  'house.provinces': async ({ database }) =>
    (await provinces(database)).map(({ code, name, demonstration, looks_at }) => ({
      code,
      name,
      demonstration,
      looksAt: looks_at,
    })),

  'house.load_demonstration': async (house) => {
    const known = new Set((await provinces(house.database)).map(({ code }) => code))
    return { loaded: await loadDemonstration(house.database, known) }
  },

  'house.create_province': async ({ database }, { name, packs }) => {
    const title = String(name).trim()
    const code = codeOf(title)
    if ((await provinces(database)).some((one) => one.code === code)) {
      throw new Refusal('conflict', `Đã có tỉnh “${code}”. Chưa tạo gì.`)
    }
    await createEmptyProvince(database, code, title, packs as string[])
    return { code, name: title, packs }
  },

  'house.seed': async ({ database }, { province, people }) => {
    const { code } = await provinceByCode(database, String(province))
    await growProvince(database, code, Number(people))
    return { province: code, added: Number(people) }
  },

  /** The file is named, not sent: the command line and the server share the machine. */
  'house.backup': (house, { file }) => writeBackup(house, String(file)),

  'house.restore': (house, { file }) => restoreBackup(house, String(file)),
}

export const houseTask = (name: string): Task | undefined => TASKS[name]

function codeOf(name: string): string {
  const code = name
    .replace(/^tỉnh\s+/i, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (!/^[a-z]/.test(code))
    throw new Refusal('invalid', 'Tên tỉnh phải bắt đầu bằng chữ cái, ví dụ "Tỉnh Lạng Sơn".')
  return code
}
