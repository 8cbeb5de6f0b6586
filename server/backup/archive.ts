import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

export interface Entry {
  name: string
  bytes: Uint8Array
}

const BLOCK = 512

/** Streams entries into a gzipped tar and flushes it to the disk. */
export async function writeArchive(path: string, entries: AsyncIterable<Entry>): Promise<void> {
  await pipeline(
    Readable.from(tarOf(entries), { objectMode: false }),
    createGzip(),
    createWriteStream(path, { mode: 0o600, flush: true }),
  )
}

async function* tarOf(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) {
    yield headerOf(name, bytes.byteLength)
    if (bytes.byteLength > 0) yield bytes
    const rest = bytes.byteLength % BLOCK
    if (rest > 0) yield Buffer.alloc(BLOCK - rest)
  }
  yield Buffer.alloc(BLOCK * 2)
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK)
  const slash = name.lastIndexOf('/')
  header.write(name.slice(slash + 1), 0, 100)
  header.write('0000600\0' + '0000000\0' + '0000000\0', 100)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0' + '        ' + '0', 136)
  header.write('ustar\x0000', 257)
  if (slash > 0) header.write(name.slice(0, slash), 345, 155)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** The entries of a file, one in memory at a time; throws when the file is damaged or cut short. */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
  const take = takerOf(path)
  for (;;) {
    const header = await take(BLOCK)
    if (header.every((byte) => byte === 0)) break
    const name = textAt(header, 345, 155)
    const size = Number.parseInt(textAt(header, 124, 12), 8)
    const sum = Number.parseInt(textAt(header, 148, 8), 8)
    header.fill(32, 148, 156)
    if (!Number.isSafeInteger(size) || sum !== header.reduce((total, byte) => total + byte, 0))
      throw new Error('not a tar header')
    const bytes = await take(size)
    if (size % BLOCK > 0) await take(BLOCK - (size % BLOCK))
    yield { name: `${name}${name && '/'}${textAt(header, 0, 100)}`, bytes }
  }
  await take(BLOCK)
  await take(Number.POSITIVE_INFINITY)
}

const textAt = (header: Buffer, from: number, length: number) =>
  (header.toString('utf8', from, from + length).split('\0')[0] ?? '').trim()

/** Hands out exactly as many bytes as asked for; asking for all reads on to the checksum of gzip. */
function takerOf(path: string): (count: number) => Promise<Buffer> {
  const unpacked = createGunzip()
  createReadStream(path)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(unpacked)
  const chunks = unpacked[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0
  return async (count) => {
    while (size < count) {
      const { value, done } = await chunks.next()
      if (done && count === Number.POSITIVE_INFINITY) return Buffer.alloc(0)
      if (done) throw new Error('cut short')
      held.push(value)
      size += value.length
    }
    const whole = Buffer.concat(held)
    held = [whole.subarray(count)]
    size = whole.length - count
    return whole.subarray(0, count)
  }
}
