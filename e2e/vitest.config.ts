import { defineConfig } from 'vitest/config'
import { WORKERS } from './server.ts'

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/server.ts'],
    pool: 'threads',
    maxWorkers: WORKERS,
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 180_000,
  },
})
