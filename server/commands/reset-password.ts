/** For the operator who locked themself out: a new password, from the terminal of the server. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { journey } from '../journey.ts'
import { type Config, ConfigError } from '../platform/config.ts'
import { connectOrStart } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { Log } from '../platform/log.ts'
import { openPlatform } from '../platform/platform.ts'
import { resetPassword } from '../workspaces/index.ts'

const outcomes = {
  done: 'The password is changed. Every session of this account ended, and its second step is off.',
  unknown: 'No account has this address.',
  weak: 'Too easily guessed, or not 10 to 128 characters long. Nothing was changed.',
} as const

/** Exit status 0 when the password was changed. The password comes from the terminal, or a pipe. */
export async function resetPasswordOf(config: Config, log: Log, args: string[]): Promise<number> {
  const [email, ...more] = args
  if (!email || more.length > 0) throw new ConfigError('reset-password needs one mail address')
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => {} }
    : await connectOrStart({ dataDir: config.dataDir })
  try {
    await migrate(database.url)
    const platform = await openPlatform({
      config,
      databaseUrl: database.url,
      log,
      journey,
      works: false,
    })
    try {
      const outcome = await resetPassword(platform, email, await askFor(email))
      const say = outcome === 'done' ? process.stdout : process.stderr
      say.write(`${outcomes[outcome]}\n`)
      return outcome === 'done' ? 0 : 1
    } finally {
      await platform.close()
    }
  } finally {
    await database.stop()
  }
}

/** One line, not shown while it is typed. */
async function askFor(email: string): Promise<string> {
  const terminal = process.stdin.isTTY === true
  if (terminal) process.stdout.write(`New password for ${email} (at least 10 characters): `)
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silence, terminal })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (terminal) process.stdout.write('\n')
  }
}
