import { resolve } from 'node:path'
import type { Restored } from '#server/backup/restore.ts'
import { verifyBackup } from '#server/backup/restore.ts'
import type { Written } from '#server/backup/write.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Answer, Command } from './command.ts'

export const backup: Command = {
  usage: 'backup -o FILE   |   backup verify FILE',
  says: 'ghi mọi tỉnh vào một tệp sao lưu; verify: phục hồi thử vào chỗ tạm rồi so lại',
  options: { output: { type: 'string', short: 'o' } },
  async run(door, { positionals: [verb, file], options: { output } }) {
    if (verb === 'verify' && file) return restored(await verifyBackup(resolve(file)))
    if (verb !== undefined || typeof output !== 'string') {
      throw new Refusal('invalid', 'Dùng: ngangtam backup -o TỆP | ngangtam backup verify TỆP')
    }
    const answer = (await door.perform('house.backup', null, { file: resolve(output) })) as Written
    const { tables, rows, bytes, auditIntact } = answer
    return {
      json: answer,
      lines: [
        `Đã ghi ${answer.file}: ${answer.provinces.length} tỉnh, ${tables} bảng, ${rows} dòng, ${bytes} byte.`,
        ...(auditIntact ? [] : ['CẢNH BÁO: chuỗi nhật ký đã bị đứt từ trước khi sao lưu.']),
      ],
    }
  },
}

export const restore: Command = {
  usage: 'restore FILE',
  says: 'phục hồi một bản sao lưu vào cơ sở dữ liệu còn trống',
  options: {},
  async run(door, { positionals: [file] }) {
    if (!file) throw new Refusal('invalid', 'Dùng: ngangtam restore TỆP')
    return restored(
      (await door.perform('house.restore', null, { file: resolve(file) })) as Restored,
    )
  },
}

function restored(answer: Restored): Answer {
  const { tables, rows, auditIntact, targetsAgree, differences, release, createdAt } = answer
  return {
    json: answer,
    lines: [
      `Bản sao lưu lúc ${createdAt}, phiên bản ${release}: ${answer.provinces.join(', ')}.`,
      `${tables} bảng, ${rows} dòng: khớp từng dòng.`,
      `Chuỗi nhật ký: ${auditIntact ? 'nguyên vẹn' : 'KHÔNG nguyên vẹn'}.`,
      `Chỉ tiêu tính lại: ${targetsAgree ? 'như lúc sao lưu' : 'KHÁC lúc sao lưu'}.`,
      ...differences,
    ],
    failed: !auditIntact || !targetsAgree,
  }
}
