/** What the operator sets, read once from the environment. docs/operate.md lists it for people. */
import { resolve } from 'node:path'

export interface Config {
  port: number
  host: string
  dataDir: string
  /** Null: the embedded PostgreSQL under `dataDir`. */
  databaseUrl: string | null
  /** Where customers and members reach us, without a trailing slash; null: as the request says. */
  publicUrl: string | null
  /** How many proxies in front of us to believe about the client's address. */
  trustProxy: number
  smtpUrl: string | null
  mailFrom: string | null
  /** The operator's language model; null: none, and nothing of it is seen anywhere. */
  ai: AiConfig | null
  logLevel: string
  /** May webhooks go to addresses within the network of the server? */
  privateWebhooks: 'allowed' | 'refused'
  /** Off only for benchmarks. */
  rateLimits: boolean
  /** Parse every reply by its schema; on in tests. */
  checkReplies: boolean
  /** Connections of one process to PostgreSQL. */
  poolSize: number
}

/** Any endpoint that speaks as OpenAI's does. */
export interface AiConfig {
  baseUrl: string
  /** Null: it wants none. */
  apiKey: string | null
  model: string
}

export class ConfigError extends Error {}

export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const port = number(env, 'PORT', 8787, 0, 65535)
  const smtpUrl = text(env, 'SMTP_URL')
  const mailFrom = text(env, 'MAIL_FROM')
  if (smtpUrl && !mailFrom)
    throw new ConfigError('SMTP_URL is set but MAIL_FROM is not: whom should mail come from?')
  return {
    port,
    host: text(env, 'HOST') ?? '127.0.0.1',
    dataDir: resolve(text(env, 'DATA_DIR') ?? 'data'),
    databaseUrl: text(env, 'DATABASE_URL'),
    publicUrl: text(env, 'PUBLIC_URL')?.replace(/\/+$/, '') ?? null,
    trustProxy: number(env, 'TRUST_PROXY', 0, 0, 10),
    smtpUrl,
    mailFrom,
    ai: aiConfig(env),
    logLevel: text(env, 'LOG_LEVEL') ?? 'info',
    privateWebhooks: text(env, 'WEBHOOK_PRIVATE') === 'allow' ? 'allowed' : 'refused',
    rateLimits: text(env, 'RATE_LIMITS') !== 'off',
    checkReplies: env.NODE_ENV === 'test',
    poolSize: number(env, 'POOL_SIZE', 10, 2, 200),
  }
}

function aiConfig(env: Record<string, string | undefined>): AiConfig | null {
  const baseUrl = text(env, 'AI_BASE_URL')
  const model = text(env, 'AI_MODEL')
  if (baseUrl === null) {
    if (model !== null)
      throw new ConfigError('AI_MODEL is set but AI_BASE_URL is not: where is the model?')
    return null
  }
  if (model === null)
    throw new ConfigError('AI_BASE_URL is set but AI_MODEL is not: which model should be asked?')
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    throw new ConfigError('AI_BASE_URL must be an address that begins with http:// or https://')
  return { baseUrl: baseUrl.replace(/\/+$/, ''), apiKey: text(env, 'AI_API_KEY'), model }
}

function text(env: Record<string, string | undefined>, name: string): string | null {
  const value = env[name]?.trim()
  return value ? value : null
}

function number(
  env: Record<string, string | undefined>,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const value = text(env, name)
  if (value === null) return fallback
  const parsed = Number(value)
  if (!Number.isInteger(parsed) || parsed < min || parsed > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${value}"`)
  return parsed
}
