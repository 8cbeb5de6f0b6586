import { strToU8, zip } from 'fflate'

/** Files by path in one .zip; packed in a worker, because a log may have a hundred megabytes. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const bytes = Object.entries(files).map(([path, content]) => [path, bytesOf(content)] as const)
  return new Promise((resolve, reject) => {
    zip(Object.fromEntries(bytes), (error, packed) => (error ? reject(error) : resolve(packed)))
  })
}

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? strToU8(content) : content
