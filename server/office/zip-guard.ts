import { inflateRawSync } from 'node:zlib'
import { Refusal } from '#server/kernel/refusal.ts'

const MEGABYTE = 1_000_000
const MAX_FILE = 50 * MEGABYTE
const MAX_TEMPLATE = 5 * MEGABYTE
const MAX_ENTRY = 200 * MEGABYTE
const MAX_UNPACKED = 300 * MEGABYTE
const MAX_ENTRIES = 2000
/** Where a size does not fit in 32 bits the directory says this instead. */
const TOO_LARGE_TO_SAY = 0xffffffff

/** What can be told from the first bytes and the size, without unpacking anything. */
export function refuseAtOnce(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new Refusal('invalid', 'Tệp rỗng. Hãy chọn lại tệp.')
  if (bytes.byteLength > MAX_FILE) {
    throw new Refusal(
      'invalid',
      `Tệp nặng ${Math.ceil(bytes.byteLength / MEGABYTE)} MB, lớn hơn mức nhận được (50 MB). Hãy bỏ ảnh trong tệp hoặc tách thành nhiều tệp rồi gửi lại.`,
    )
  }
  const buffer = viewOf(bytes)
  if (buffer.length > 8 && buffer.readUInt32BE(0) === 0xd0cf11e0) refuseCompound(buffer)
  if (buffer.length < 4 || buffer.readUInt32BE(0) !== 0x504b0304) {
    throw new Refusal(
      'invalid',
      'Đây không phải tệp Excel .xlsx. Hãy mở bằng Excel, chọn Lưu thành… kiểu “Excel Workbook (.xlsx)” rồi gửi lại.',
    )
  }
}

/**
 * Unpacks every part within a budget and throws the result away: a bomb is refused before a parser
 * without limits meets it. Runs where it may take time, beside the parser.
 */
export function guardWorkbook(bytes: Uint8Array): void {
  refuseAtOnce(bytes)
  const entries = directoryOf(viewOf(bytes))
  const names = new Set(entries.map(({ name }) => name))
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) {
    throw new Refusal(
      'invalid',
      'Tệp nén này không phải bảng tính Excel (có thể là tệp Word hoặc tệp khác). Hãy chọn tệp .xlsx.',
    )
  }
  unpackWithin(bytes, entries)
}

/** The same for Word: a template is small, and what it could run is refused with it. */
export function guardDocument(bytes: Uint8Array): void {
  const refused = (why: string) =>
    new Refusal(
      'invalid',
      `${why} Hãy lưu mẫu bằng Word, kiểu “Word Document (.docx)”, rồi gửi lại.`,
    )
  if (bytes.byteLength > MAX_TEMPLATE) throw refused('Mẫu Word lớn hơn 5 MB.')
  try {
    const entries = directoryOf(viewOf(bytes))
    unpackWithin(bytes, entries)
    const names = new Set(entries.map(({ name }) => name))
    if (!names.has('word/document.xml')) throw refused('Đây không phải tệp Word .docx.')
    if (names.has('word/vbaProject.bin')) throw refused('Mẫu Word có macro.')
  } catch (error) {
    if (error instanceof Refusal && error.message.includes('.docx')) throw error
    throw refused('Mẫu Word bị hỏng, đặt mật khẩu hoặc không phải .docx.')
  }
}

function unpackWithin(bytes: Uint8Array, entries: readonly Entry[]): void {
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (entries.length > MAX_ENTRIES || declared > MAX_UNPACKED) throw tooLargeInside()
  for (const entry of entries) unpack(viewOf(bytes), entry)
}

interface Entry {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
}

/** The parts as the central directory lists them: the same list the parser goes by. */
function directoryOf(buffer: Buffer): Entry[] {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > buffer.length) throw broken()
  const count = buffer.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = buffer.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) throw broken()
    const nameLength = buffer.readUInt16LE(at + 28)
    if (buffer.readUInt16LE(at + 8) & 1) throw withPassword()
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(buffer: Buffer, { method, packed, unpacked, offset }: Entry): void {
  if (unpacked > MAX_ENTRY) throw tooLargeInside()
  if (offset === TOO_LARGE_TO_SAY || offset + 30 > buffer.length) throw broken()
  if (buffer.readUInt32LE(offset) !== 0x04034b50) throw broken()
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  if (start + packed > buffer.length) throw broken()
  if (method === 0) return
  try {
    // One byte of room keeps an empty part legal; more than declared means the directory lies.
    inflateRawSync(buffer.subarray(start, start + packed), { maxOutputLength: unpacked + 1 })
  } catch (error) {
    const lies = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw lies ? tooLargeInside() : broken()
  }
}

/** OLE containers: an encrypted workbook or one from before 2007. */
function refuseCompound(buffer: Buffer): never {
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw withPassword()
  throw new Refusal(
    'invalid',
    'Đây là tệp kiểu cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành… kiểu “Excel Workbook (.xlsx)” rồi gửi lại.',
  )
}

const viewOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const withPassword = () =>
  new Refusal(
    'invalid',
    'Tệp đang đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi gửi.',
  )

const broken = () =>
  new Refusal(
    'invalid',
    'Tệp bị hỏng hoặc tải lên chưa trọn. Hãy mở thử bằng Excel, lưu lại thành tệp mới rồi gửi.',
  )

const tooLargeInside = () =>
  new Refusal(
    'invalid',
    'Tệp quá lớn sau khi giải nén (hơn 300 MB) nên không được đọc. Hãy chép riêng trang tính cần nhập sang một tệp mới rồi gửi.',
  )
