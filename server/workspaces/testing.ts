/** Builders for tests: a workspace with one member of every role, each able to call over HTTP. */
import { hashPassword } from 'better-auth/crypto'
import type { CallError } from '../../contract/client.ts'
import { type Role, roles } from '../../contract/roles.ts'
import type { Business, Locale } from '../../contract/values.ts'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { newSecret } from '../platform/ids.ts'
import type { Product } from '../testing/product.ts'
import { byPassword } from './accounts.ts'
import { memberActor } from './actor.ts'
import { addMember } from './add-member.ts'
import { createWorkspace } from './create-workspace.ts'
import { sessionCookie, signSessionToken } from './session-cookie.ts'
import './tables.ts'

export interface TestMember {
  id: string
  accountId: string
  name: string
  email: string
  ctx: Ctx
  /** Calls as this member: `product.as(member.headers)`. */
  headers: Record<string, string>
}

export interface TestWorkspace {
  id: string
  slug: string
  /** Acting as the system, or as the member of a role. */
  ctx(role?: Role): Ctx
  members: Record<Role, TestMember>
  /** Team ids by preset key. */
  teams: Record<string, string>
}

const names: Record<Role, string> = {
  owner: '林主',
  admin: '王管',
  supervisor: '陈督',
  agent: '周办',
  analyst: '何析',
}
let made = 0

export async function aWorkspace(
  product: Product,
  options: {
    business?: Business
    slug?: string
    locale?: Locale
    timeZone?: string
    /** `furnishWorkspace` of set-up.ts, for tests that need categories, channels and a survey. */
    furnish?: typeof createWorkspace
  } = {},
): Promise<TestWorkspace> {
  made += 1
  const id = product.ctx('').newId()
  const ctx = product.ctx(id)
  const created = await ctx.write((tx) =>
    (options.furnish ?? createWorkspace)(tx, {
      name: '蓝鲸小店',
      slug: options.slug ?? `whale-${made}`,
      business: options.business ?? 'store',
      locale: options.locale ?? 'zh-CN',
      timeZone: options.timeZone ?? 'Asia/Shanghai',
    }),
  )
  const members = {} as Record<Role, TestMember>
  for (const role of roles)
    members[role] = await aMember(product, created, role, {
      name: names[role],
      email: `${role}-${made}@whale.test`,
    })
  return {
    ...created,
    members,
    ctx: (role) => (role ? members[role].ctx : ctx),
  }
}

/** One more member with an account of their own and an open session; no password. */
export async function aMember(
  product: Product,
  workspace: { id: string; slug: string },
  role: Role,
  given: { name: string; email: string },
): Promise<TestMember> {
  const ctx = product.ctx(workspace.id)
  const accountId = ctx.newId()
  const at = ctx.now()
  await ctx.db
    .insertInto('accounts')
    .values({ id: accountId, ...given, image: null, created_at: at, updated_at: at })
    .execute()
  const id = await ctx.write((tx) => addMember(tx, { accountId, ...given, role }))
  const actor: Actor = memberActor({ id, name: given.name, role })
  return {
    id,
    accountId,
    ...given,
    ctx: product.ctx(workspace.id, actor),
    headers: {
      cookie: await aSession(product, accountId),
      'x-requested-with': 'huiyin',
      'x-workspace': workspace.slug,
    },
  }
}

/** Signs an account in without a password; returns its `Cookie` header. */
export async function aSession(product: Product, accountId: string): Promise<string> {
  const token = newSecret()
  const at = new Date()
  await product.platform.db
    .insertInto('sessions')
    .values({
      id: product.ctx('').newId(),
      account_id: accountId,
      token,
      expires_at: new Date(at.getTime() + 30 * 86_400_000),
      ip_address: null,
      user_agent: null,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return `${sessionCookie}=${signSessionToken(token, product.platform.secret)}`
}

/** What an account signs in with. */
export async function givePassword(
  { platform }: Product,
  accountId: string,
  password: string,
): Promise<void> {
  const at = new Date()
  await platform.db
    .insertInto('credentials')
    .values({
      id: accountId,
      account_id: accountId,
      provider_id: byPassword,
      provider_account_id: accountId,
      password: await hashPassword(password),
      created_at: at,
      updated_at: at,
    })
    .execute()
}

/** What came of a call, in a word: `served`, or `404 not_found`. */
export function answerOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'served',
    (error: CallError) => `${error.status} ${error.code}`,
  )
}

export interface Browser {
  /** Sends JSON and keeps the cookies of the reply. */
  send(
    method: 'GET' | 'POST',
    path: string,
    body?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Record<string, unknown> }>
  cookie(): string
  signIn(
    email: string,
    password: string,
    headers?: Record<string, string>,
  ): ReturnType<Browser['send']>
}

/** Remembers cookies and says where it comes from, as browsers do. */
export function aBrowser(product: Product, from = '203.0.113.7'): Browser {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const browser: Browser = {
    cookie,
    async send(method, path, body, headers = {}) {
      const response = await product.app.inject({
        method,
        url: path,
        remoteAddress: from,
        headers: {
          host: 'huiyin.test',
          'x-requested-with': 'huiyin',
          ...(method === 'POST' ? { origin: 'http://huiyin.test' } : {}),
          ...(jar.size > 0 ? { cookie: cookie() } : {}),
          ...headers,
        },
        ...(body ? { payload: body } : {}),
      })
      for (const { name, value, maxAge } of response.cookies)
        if (value === '' || maxAge === 0) jar.delete(name)
        else jar.set(name, encodeURIComponent(value))
      return {
        status: response.statusCode,
        body: response.body === '' ? {} : (JSON.parse(response.body) ?? {}),
        headers: response.headers,
      }
    },
    signIn: (email, password, headers) =>
      browser.send('POST', '/api/auth/sign-in/email', { email, password }, headers),
  }
  return browser
}
