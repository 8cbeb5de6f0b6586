/**
 * What stands in node_modules against what was agreed: the committed lock (version and integrity),
 * the licences of tools/accepted-packages.json, and the advisories the registry knows of.
 * A registry that does not answer is said, neither passed over nor held against the code.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export interface Locked {
  version?: string
  integrity?: string
  license?: string
  optional?: boolean
  peer?: boolean
}
export type Lock = Record<string, Locked>

const acceptedShape = z.strictObject({
  licences: z.array(z.string()),
  exceptions: z.array(
    z.strictObject({ package: z.string(), licence: z.string(), why: z.string() }),
  ),
  advisories: z.array(z.strictObject({ id: z.string(), package: z.string(), why: z.string() })),
})
export type Accepted = z.output<typeof acceptedShape>

/** Every package installed is the one that was locked, and every one locked is installed. */
export function strangersIn(
  lock: Lock,
  installed: Lock,
  versionOnDisk: (path: string) => string | undefined,
): string[] {
  const found = Object.entries(installed).flatMap(([path, { version, integrity }]) => {
    const locked = lock[path]
    if (!locked) return [`${path} ${version}: đã cài nhưng không có trong package-lock.json`]
    if (locked.version !== version) return [`${path}: cài ${version}, khóa ghi ${locked.version}`]
    if (!integrity || locked.integrity !== integrity) return [`${path}: mã băm khác với khóa`]
    const disk = versionOnDisk(path)
    return disk === version
      ? []
      : [`${path}: khóa ghi ${version}, trên đĩa là ${disk ?? 'không có'}`]
  })
  const missing = Object.entries(lock).filter(
    ([path, { optional, peer }]) => path !== '' && !optional && !peer && !installed[path],
  )
  return [...found, ...missing.map(([path]) => `${path}: có trong khóa nhưng chưa cài`)]
}

/** A choice needs one licence that is accepted, a combination all of them. */
export function licenceOpen(expression: string, licences: readonly string[]): boolean {
  const text = expression.replace(/[()]/g, '')
  if (text.includes(' OR ')) return text.split(' OR ').some((one) => licenceOpen(one, licences))
  return text.split(' AND ').every((one) => licences.includes(one.trim()))
}

export function unlicensedIn(lock: Lock, { licences, exceptions }: Accepted): string[] {
  return Object.entries(lock).flatMap(([path, { license = 'không khai' }]) => {
    if (path === '' || licenceOpen(license, licences)) return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const isExcepted = exceptions.some(
      (one) => one.licence === license && isNamed(name, one.package),
    )
    return isExcepted ? [] : [`${path}: giấy phép ${license} chưa được chấp nhận`]
  })
}

/** `lightningcss*` names the package and its builds for each platform. */
const isNamed = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

const reportShape = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      via: z.array(
        z.union([z.string(), z.object({ name: z.string(), title: z.string(), url: z.string() })]),
      ),
    }),
  ),
})

/** Advisories nobody has accepted; undefined when the answer is not a report. */
export function openAdvisories(answer: string, { advisories }: Accepted): string[] | undefined {
  const report = reportShape.safeParse(parsed(answer))
  if (!report.success) return undefined
  const all = Object.values(report.data.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) => (typeof one === 'string' ? [] : [one])),
  )
  const open = all.filter(
    ({ name, url }) =>
      !advisories.some((one) => one.package === name && url.endsWith(`/${one.id}`)),
  )
  return [...new Set(open.map(({ name, title, url }) => `${name}: ${title} (${url})`))]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const readAccepted = (root: string): Accepted =>
  acceptedShape.parse(readJson(join(root, 'tools/accepted-packages.json')))

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const readLock = (file: string) => (readJson(file) as { packages: Lock }).packages

export function checkPackages(root: string): boolean {
  const lock = readLock(join(root, 'package-lock.json'))
  const installed = readLock(join(root, 'node_modules/.package-lock.json'))
  const accepted = readAccepted(root)
  const onDisk = (path: string) => {
    const file = join(root, path, 'package.json')
    return existsSync(file) ? (readJson(file) as { version?: string }).version : undefined
  }
  const asked = spawnSync('npm', ['audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  })
  const advisories = openAdvisories(asked.stdout ?? '', accepted)
  if (!advisories)
    console.log(
      'Cảnh báo bảo mật: không hỏi được kho gói, nên chưa biết có cảnh báo mới hay không.',
    )
  const problems = [
    ...strangersIn(lock, installed, onDisk),
    ...unlicensedIn(lock, accepted),
    ...(advisories ?? []),
  ]
  for (const problem of problems) console.error(problem)
  console.log(`${Object.keys(installed).length} gói đã cài, so từng gói với khóa và giấy phép.`)
  return problems.length === 0
}
