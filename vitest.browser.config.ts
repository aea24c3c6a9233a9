import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['stories/browser/**/*.browser.ts'],
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1, // a browser, a server and a database share the processors
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
