/** The product on a free port with its own embedded database, for one file of browser stories. */
import { fork } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, client } from '../../contract/client.ts'
import type { Business, Locale } from '../../contract/values.ts'
import { setUp } from '../../contract/workspaces.ts'
import { buildFaces } from '../../server/commands/build-faces.ts'

export interface Served {
  /** `http://localhost:PORT` */
  address: string
  /** Where its PostgreSQL listens, for stories that need very many rows at once. */
  databaseUrl: string
  /** What the minute's clock does, now. */
  tick(): Promise<void>
  stop(): Promise<void>
}

export interface Owner {
  slug: string
  email: string
  password: string
  cookie: string
  /** Calls the API as the owner. */
  call: Client
}

/** `env`: settings of the operator beside the usual ones. */
export async function serve(env: Record<string, string> = {}): Promise<Served> {
  await buildFaces((line) => process.stdout.write(`${line}\n`))
  const dataDir = await mkdtemp(join(process.env.HUIYIN_TEST_FOLDER ?? tmpdir(), 'huiyin-served-'))
  const child = fork(join(import.meta.dirname, 'served-process.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {
      ...process.env,
      // What is served is what people get, not what tests of the server get.
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PUBLIC_URL: '',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      RATE_LIMITS: 'off',
      ...env,
    },
  })
  const said = <Answer>() =>
    new Promise<Answer>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the product ended with ${code}`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message as Answer)
      })
    })
  const remove = () =>
    rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  const { address } = await said<{ address: string }>().catch(async (error) => {
    await remove()
    throw error
  })
  const { url } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'))
  return {
    address,
    databaseUrl: url,
    async tick() {
      const ticked = said()
      child.send('tick')
      await ticked
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      await remove()
    },
  }
}

/** A first workspace with its owner, signed in. */
export async function anOwner(
  { address }: Served,
  given: { business?: Business; locale?: Locale; name?: string; ownerName?: string } = {},
): Promise<Owner> {
  const email = 'lin@whale.test'
  const password = 'blue whale in the east'
  const { workspace: slug } = await anyone(address)(setUp, {
    body: {
      workspaceName: given.name ?? '蓝鲸小店',
      business: given.business ?? 'store',
      ownerName: given.ownerName ?? '林舟',
      email,
      password,
      locale: given.locale ?? 'zh-CN',
    },
  })
  const signedIn = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'huiyin',
      origin: address,
    },
    body: JSON.stringify({ email, password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  if (!signedIn.ok || !cookie) throw new Error(`signing in: ${signedIn.status}`)
  return { slug, email, password, cookie, call: anyone(address, { cookie, 'x-workspace': slug }) }
}

/** A typed client; without headers, any customer. */
export function anyone(address: string, headers: Record<string, string> = {}): Client {
  return client({ base: address, headers: () => ({ 'x-requested-with': 'huiyin', ...headers }) })
}
