import { migrationNames } from '#server/kernel/migrate.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Entry, readArchive } from './archive.ts'
import { FORMAT, FORMAT_VERSION, MANIFEST, type Manifest, manifestShape } from './manifest.ts'
import { sha256 } from './rows.ts'

/** Reads a file from end to end and returns its manifest, or refuses: nothing is loaded unread. */
export async function readManifest(file: string): Promise<Manifest> {
  const seen = new Map<string, string>()
  let manifest: Manifest | undefined
  for await (const { name, bytes } of entriesOf(file)) {
    if (name === MANIFEST) manifest = manifestIn(file, bytes)
    else seen.set(name, sha256(bytes))
  }
  if (!manifest) throw damaged(file, 'thiếu phần kê khai ở cuối tệp')
  const parts = manifest.schemas.flatMap(({ tables }) => tables.flatMap((table) => table.parts))
  const wrong = parts.find(({ path, sha256: hash }) => seen.get(path) !== hash)
  if (wrong) throw damaged(file, `phần ${wrong.path} thiếu hoặc đã bị sửa`)
  if (parts.length !== seen.size) throw damaged(file, 'có phần không được kê khai')
  refuseNewer(file, manifest)
  return manifest
}

/** The entries of a backup file; what cannot be read is said in words. */
export async function* entriesOf(file: string): AsyncGenerator<Entry> {
  try {
    yield* readArchive(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code ?? '')) {
      throw new Refusal('not_found', `Không đọc được tệp ${file}: ${message}.`)
    }
    if (code === 'Z_DATA_ERROR' && message.includes('incorrect header')) {
      throw new Refusal('invalid', `Tệp ${file} không phải bản sao lưu của Ngang Tầm.`)
    }
    throw damaged(file, message === 'unexpected end of file' ? 'tệp bị cắt cụt' : message)
  }
}

function manifestIn(file: string, bytes: Uint8Array): Manifest {
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw damaged(file, 'phần kê khai không đọc được')
  }
  const { format, version, release } = read as Partial<Manifest>
  if (format !== FORMAT) {
    throw new Refusal('invalid', `Tệp ${file} không phải bản sao lưu của Ngang Tầm.`)
  }
  if (Number(version) > FORMAT_VERSION) throw newer(file, String(release))
  const parsed = manifestShape.safeParse(read)
  if (!parsed.success) throw damaged(file, 'phần kê khai không đủ')
  return parsed.data
}

function refuseNewer(file: string, { schemas, release }: Manifest): void {
  for (const { name, migrations } of schemas) {
    const known = name === 'public' ? migrationNames.house : migrationNames.province
    if (migrations.some((migration) => !known.includes(migration))) throw newer(file, release)
  }
}

const newer = (file: string, release: string) =>
  new Refusal(
    'invalid',
    `Bản sao lưu ${file} do phiên bản ${release} ghi, mới hơn phiên bản đang chạy. ` +
      'Hãy cập nhật phần mềm rồi chạy lại. Chưa có gì bị thay đổi.',
  )

function damaged(file: string, why: string): Refusal {
  return new Refusal(
    'invalid',
    `Bản sao lưu ${file} bị hỏng (${why}). Hãy dùng một bản khác; chưa có gì bị thay đổi.`,
  )
}
