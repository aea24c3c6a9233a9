import { configDefaults, defineConfig } from 'vitest/config'

const FACES = ['console', 'portal']
const ALL = ['server', 'contract', 'reading', 'stories', 'widget', 'tasks', ...FACES]
/** The second pass of `.ci/run`, on another PostgreSQL, runs only these. */
const TOUCHING_THE_DATABASE = ['server', 'stories']
const BRINGING_THEIR_OWN = [
  'server/platform/db/embedded.test.ts',
  'stories/it-starts-and-stops.test.ts',
  'stories/the-database-restarts.test.ts',
]

const isDatabaseOnly = Boolean(process.env.HUIYIN_TEST_DATABASE_ONLY)
const folders = isDatabaseOnly ? TOUCHING_THE_DATABASE : ALL

export default defineConfig({
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    exclude: [...configDefaults.exclude, ...(isDatabaseOnly ? BRINGING_THEIR_OWN : [])],
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Ends what hangs; generous, so that a slow or busy machine fails nothing.
    testTimeout: 90_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 15_000 } },
    passWithNoTests: false,
  },
})
