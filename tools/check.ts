/** Everything CI checks, as a list anyone can run: `npm run check`, or some steps by name. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkPackages } from './packages.ts'
import { startPostgres } from './postgres.ts'

const ROOT = join(import.meta.dirname, '..')

interface Step {
  name: string
  run(): Promise<boolean> | boolean
}

const STEPS: Step[] = [
  { name: 'types', run: () => tool('tsc', ['--noEmit']) },
  { name: 'lint', run: () => tool('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'tables', run: () => node('tools/table-types.ts', '--check') },
  { name: 'unused', run: () => tool('knip', ['--no-progress']) },
  { name: 'packages', run: () => checkPackages(ROOT) },
  { name: 'packs', run: () => node('server/cli/main.ts', 'packs', 'check', 'policies') },
  { name: 'test', run: () => tool('vitest', ['run']) },
  { name: 'test-server', run: onServer },
  { name: 'e2e', run: () => tool('vitest', ['run', '--config', 'e2e/vitest.config.ts']) },
]

const asked = process.argv.slice(2)
const stranger = asked.find((name) => !STEPS.some((step) => step.name === name))
if (stranger) fail(`No step "${stranger}". Steps: ${STEPS.map(({ name }) => name).join(', ')}`)

for (const step of STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n— ${step.name}`)
  const started = performance.now()
  if (!(await step.run())) fail(`\n✗ ${step.name} failed`)
  console.log(`✓ ${step.name} (${Math.round((performance.now() - started) / 1000)} s)`)
}

/** The same suite once more, on a PostgreSQL server. */
async function onServer(): Promise<boolean> {
  const server = await startPostgres()
  console.log(server.version)
  try {
    return tool('vitest', ['run'], { TEST_DATABASE_URL: server.url })
  } finally {
    server.stop()
  }
}

function tool(name: string, args: string[], env: Record<string, string> = {}): boolean {
  return run(join(ROOT, 'node_modules/.bin', name), args, env)
}

function node(...args: string[]): boolean {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args])
}

function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return result.status === 0
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
