/** The command line: `npm start`, and `npm run huiyin -- COMMAND`. */
import { ConfigError, readConfig } from './platform/config.ts'
import { EmbeddedError } from './platform/db/embedded-error.ts'
import { MigrationError } from './platform/db/migration-error.ts'
import { makeLog } from './platform/log.ts'

const usage = `huiyin: 回音, the feedback and complaint platform

  start                     everything in one process: database, API, console, portal, reactions
  serve --role api|worker   one part, beside a DATABASE_URL
  migrate                   bring the database up to date, then end
  import FILE               bring in a .csv, .tsv or .xlsx of feedback; import --help says more
  evaluate --task T --file F  measure how well your own labelled texts are read; docs/understanding.md
  reset-password EMAIL      give an account a new password, read from the terminal or a pipe
  help

Settings come from the environment: PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, SMTP_URL,
MAIL_FROM, TRUST_PROXY, LOG_LEVEL, POOL_SIZE, AI_BASE_URL, AI_API_KEY, AI_MODEL. See docs/operate.md.
`

const expected = [ConfigError, EmbeddedError, MigrationError]

const [command = 'help', ...rest] = process.argv.slice(2)

try {
  process.exitCode = await main(command, rest)
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`)
  process.exitCode = 1
} finally {
  // The launcher's line to us would keep the process alive.
  process.disconnect?.()
}

async function main(name: string, args: string[]): Promise<number> {
  switch (name) {
    case 'start':
      return (await import('./commands/start.ts')).start(readConfig(), 'all')
    case 'serve':
      return (await import('./commands/start.ts')).start(readConfig(), roleOf(args))
    case 'migrate':
      return (await import('./commands/migrate.ts')).migrateOnly(readConfig(), makeLog('info'))
    case 'import':
      return (await import('./commands/import.ts')).importSheet(readConfig(), makeLog('warn'), args)
    case 'evaluate':
      return (await import('./commands/evaluate.ts')).evaluateReadings(args)
    case 'reset-password':
      return (await import('./commands/reset-password.ts')).resetPasswordOf(
        readConfig(),
        makeLog('warn'),
        args,
      )
    case 'help':
      process.stdout.write(usage)
      return 0
    default:
      process.stderr.write(`There is no command "${name}".\n\n${usage}`)
      return 2
  }
}

function roleOf(args: string[]): 'api' | 'worker' {
  const role = args[args.indexOf('--role') + 1]
  if (args.includes('--role') && (role === 'api' || role === 'worker')) return role
  throw new ConfigError('serve needs --role api or --role worker')
}

/** What went wrong, for the person at the terminal: expected troubles in one line, others in full. */
function sentence(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${readConfig().port} is in use by another program. Stop it, or choose another: PORT=8788 npm start`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
