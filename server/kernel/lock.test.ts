import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockHolder, takeLock } from './lock.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'lock-'))

describe('the lock of a data folder', () => {
  test('refuses a second holder and names the first', () => {
    const data = folder()
    const lock = takeLock(data)
    lock.announce('http://localhost:3000')
    expect(() => takeLock(data)).toThrow(
      /đang được một tiến trình khác dùng.*http:\/\/localhost:3000/,
    )
    lock.release()
    takeLock(data).release()
  })

  test('of a process that died is taken over', async () => {
    const data = folder()
    const child = spawn('true')
    await new Promise((resolve) => child.once('exit', resolve))
    writeFileSync(
      join(data, 'ngangtam.lock'),
      JSON.stringify({ pid: child.pid, startedAt: '1', token: 'x' }),
    )
    expect(lockHolder(data)).toBeUndefined()
    takeLock(data).release()
  })

  test('of a number that another process got later is taken over', () => {
    const data = folder()
    writeFileSync(
      join(data, 'ngangtam.lock'),
      JSON.stringify({ pid: process.pid, startedAt: 'long ago', token: 'x' }),
    )
    takeLock(data).release()
  })

  test('says when the folder cannot be made', () => {
    expect(() => takeLock('/proc/ngangtam')).toThrow(/Không ghi được vào thư mục dữ liệu/)
  })

  test('says when the folder is no folder', () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    expect(() => takeLock(join(file, 'data'))).toThrow(/Không ghi được vào thư mục dữ liệu/)
  })
})
