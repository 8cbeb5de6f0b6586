#!/usr/bin/env node
// Checks an exported audit chain without the program that wrote it: needs this file and Node only.
//   node verify-audit.mjs EXPORT.ndjson [--seals SEALS.ndjson] [--entries SOME.ndjson]
// With --entries: whether every line of that file stands in the chain exactly as it is written there.
// Prints {"entries", "intact", "firstBroken"}; the reason goes to the error output, in Vietnamese.
// Exit code 0: intact, 1: broken, 2: the file cannot be read. The format: docs/audit-format.md.
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const FIELDS = 'id at actor actor_name actor_position operation act cadre_id case_ref input'.split(
  ' ',
)

try {
  const { file, seals, entries: some } = readArguments(process.argv.slice(2))
  const { entries, at, why } = await verify(file, seals, some && readEntries(some))
  console.log(JSON.stringify({ entries, intact: !why, firstBroken: why ? at : null }))
  if (why) console.error(why)
  process.exitCode = why ? 1 : 0
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exitCode = 2
}

function readArguments(given) {
  const option = (name) => {
    const at = given.indexOf(name)
    return at < 0 ? undefined : (given.splice(at, 2)[1] ?? '')
  }
  const [seals, entries] = [option('--seals'), option('--entries')]
  const [file] = given
  if (!file || seals === '' || entries === '')
    throw new Error(
      'Dùng: node verify-audit.mjs TỆP_XUẤT.ndjson [--seals TỆP_NIÊM_PHONG.ndjson] [--entries TỆP_MỤC.ndjson]',
    )
  return { file, seals, entries }
}

/** Lines to be found in the chain, and the place each claims. */
function readEntries(file) {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => [line, parsed(line)?.id ?? 0])
}

async function verify(file, sealFile, claimed = []) {
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let header
  let entries = 0
  let previous = ''
  let seals = []
  let broken
  const awaited = new Map(claimed)
  for await (const line of lines) {
    if (line === '') continue
    if (!header) {
      header = readHeader(line)
      seals = sealFile ? readSeals(sealFile, header.province) : []
      continue
    }
    entries += 1
    if (broken) continue
    const entry = parsed(line)
    const why = wrongIn(entry, entries, previous, seals)
    if (why) broken = { at: entries, why }
    else previous = entry.hash
    awaited.delete(line)
  }
  if (!header) throw new Error('Tệp trống: không có dòng đầu mô tả định dạng.')
  broken ??= wrongAtEnd(header, entries, previous, seals)
  return { entries, ...(broken ?? notInChain([...awaited.values()])) }
}

function notInChain([at]) {
  return at === undefined
    ? {}
    : { at, why: `Mục ${at} của tệp mục không có nguyên văn trong chuỗi.` }
}

function readHeader(line) {
  const header = parsed(line)
  if (header?.format !== 'ngangtam-audit/1')
    throw new Error('Dòng đầu không phải của định dạng ngangtam-audit/1.')
  return header
}

function readSeals(file, province) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const seal = parsed(line)
      if (!Number.isInteger(seal?.entries) || typeof seal.hash !== 'string')
        throw new Error('Tệp niêm phong có dòng không đọc được.')
      return seal
    })
    .filter((seal) => seal.province === province)
}

function wrongIn(entry, place, previous, seals) {
  if (entry === undefined) return `Dòng của mục ${place} không đọc được.`
  if (entry.id !== place) return `Thiếu mục ${place}.`
  if (entry.previous_hash !== previous) return `Mục ${place} không nối vào mục đứng trước nó.`
  if (entry.hash !== chained(previous, entry)) return `Nội dung mục ${place} đã bị sửa sau khi ghi.`
  const other = seals.find((seal) => seal.entries === place && seal.hash !== entry.hash)
  return other && `Mục ${place} khác với niêm phong lúc ${other.at}.`
}

function wrongAtEnd(header, entries, previous, seals) {
  const longest = seals.toSorted((a, b) => b.entries - a.entries)[0]
  if (longest && longest.entries > entries) {
    const why = `Niêm phong lúc ${longest.at} có ${longest.entries} mục, tệp chỉ có ${entries}.`
    return { at: entries + 1, why }
  }
  if (header.entries > entries)
    return { at: entries + 1, why: `Thiếu các mục từ ${entries + 1} đến ${header.entries}.` }
  if (header.entries < entries)
    return { at: header.entries + 1, why: `Mục ${header.entries + 1} thừa so với dòng đầu.` }
  if (header.head !== previous)
    return { at: Math.max(entries, 1), why: 'Mục cuối không khớp với mã băm ở dòng đầu.' }
  return undefined
}

function chained(previous, entry) {
  const hash = createHash('sha256')
  for (const value of [previous, ...FIELDS.map((field) => entry[field])])
    hash.update(measured(value))
  return hash.digest('hex')
}

function measured(value) {
  if (value === null || value === undefined) return '-'
  return `${Buffer.byteLength(String(value))}:${value}`
}

function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
