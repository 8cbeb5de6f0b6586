import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { todayInVietnam } from '#server/kernel/dates.ts'
import type { ReceivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Arguments } from './command.ts'
import type { Door } from './door.ts'

export function provinceOf({ options }: Arguments): string {
  if (typeof options.province !== 'string')
    throw new Refusal(
      'invalid',
      'Hãy nói rõ tỉnh nào: --province <mã tỉnh>. Xem: ngangtam province list',
    )
  return options.province
}

/** The date asked for; else the date a demonstration opens at, else today. */
export async function dateOf(door: Door, args: Arguments): Promise<string> {
  const asked = args.options['as-of']
  if (typeof asked === 'string') return asked
  const all = (await door.perform('house.provinces', null, {})) as {
    code: string
    looksAt: string | null
  }[]
  return all.find(({ code }) => code === args.options.province)?.looksAt ?? todayInVietnam()
}

const LARGEST = 200 * 1024 * 1024

export function fileAt(path: string | undefined): ReceivedFile {
  if (!path)
    throw new Refusal(
      'invalid',
      'Thiếu đường dẫn tệp. Ví dụ: ngangtam import danh-sach.xlsx --province lang-son',
    )
  try {
    if (statSync(path).size > LARGEST)
      throw new Refusal('invalid', `Tệp ${path} quá lớn. Hãy tách thành nhiều tệp dưới 50 MB.`)
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('not_found', `Không đọc được tệp ${path}: ${(error as Error).message}.`)
  }
}
