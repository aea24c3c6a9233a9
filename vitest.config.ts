import { defineConfig } from 'vitest/config'

const FACES = ['console', 'portal']
const ALL = ['server', 'contract', 'reading', 'stories', 'widget', 'tasks', ...FACES]
/** The second pass of the continuous integration, on another PostgreSQL, runs only these. */
const TOUCHING_THE_DATABASE = ['server', 'stories']

const folders = process.env.HUIYIN_TEST_DATABASE_ONLY ? TOUCHING_THE_DATABASE : ALL

export default defineConfig({
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
