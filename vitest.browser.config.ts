import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['stories/browser/**/*.browser.ts'],
    pool: 'forks',
    maxWorkers: 1, // a browser, a server and a database share the processors
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 180_000, // for a machine that has other work too
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
})
