/**
 * Sign-in by better-auth: passwords, second factor, sessions, in our tables. Accounts are made by
 * set-up and invitations only; what members may do is ours.
 */
import { APIError, betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { SignInError } from '../../contract/errors.ts'
import { newId } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { accessOf } from './access.ts'
import { attemptWindowMs } from './attempts.ts'
import { passwordLimits } from './password.ts'
import { cookiePrefix, signInSecret } from './session-cookie.ts'

/** A session ends when it was not used for so long. */
const sessionDays = 30
/** The address of the caller, as our own server saw it. Set by sign-in-routes.ts, never believed from outside. */
export const callerHeader = 'x-huiyin-caller'

/** Tries of one address. Offices share addresses, so the limits of one account are narrower (attempts.ts). */
const tries = {
  signIn: { window: 60, max: 20 },
  secondStep: { window: 60, max: 10 },
  // The longest window: better-auth keeps rows of its counters, and ours among them, for so long.
  password: { window: attemptWindowMs / 1000, max: 80 },
  anything: { window: 60, max: 200 },
} as const

export type Auth = ReturnType<typeof openAuth>
const auths = new WeakMap<Platform, Auth>()

/** One per process. */
export function authOf(platform: Platform): Auth {
  const known = auths.get(platform) ?? openAuth(platform)
  auths.set(platform, known)
  return known
}

function openAuth(platform: Platform) {
  const { publicUrl } = platform.config
  return betterAuth({
    appName: '回音 Huiyin',
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    basePath: '/api/auth',
    secret: signInSecret(platform.secret),
    database: { db: platform.db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: {
      // 'warn' would also print every refusal to the terminal, past this log.
      level: 'info',
      log: (level, message) => {
        if (level === 'error' && !isRefusal(message)) platform.log.error({ by: 'sign-in' }, message)
        else if (level === 'error' || (level === 'warn' && !isByDesign(message)))
          platform.log.warn({ by: 'sign-in' }, message)
      },
    },
    trustedOrigins: (request) => originsFor(request, publicUrl),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLimits.min,
      maxPasswordLength: passwordLimits.max,
    },
    plugins: [
      twoFactor({
        issuer: '回音 Huiyin',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factors',
            fields: {
              userId: 'account_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    databaseHooks: {
      session: { create: { before: (session) => refuseOutsiders(platform, session.userId) } },
    },
    rateLimit: {
      enabled: platform.config.rateLimits,
      storage: 'database',
      modelName: 'sign_in_attempts',
      fields: { lastRequest: 'last_request' },
      ...tries.anything,
      customRules: {
        '/get-session': false,
        '/sign-in/email': tries.signIn,
        '/two-factor/*': tries.secondStep,
        '/change-password': tries.password,
      },
    },
    advanced: {
      cookiePrefix,
      // One name everywhere; behind TLS the attribute is set (web-request.ts).
      useSecureCookies: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [callerHeader] },
      database: { generateId: () => newId() },
    },
    session: {
      modelName: 'sessions',
      expiresIn: sessionDays * 86_400,
      updateAge: 86_400,
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'accounts',
      fields: {
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'account_id',
        accountId: 'provider_account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
  })
}

/** Without PUBLIC_URL we follow the request's host, and say so in trustedOrigins. */
function isByDesign(warning: string): boolean {
  return warning.includes('Base URL is not set')
}

/** Of another site's page, or a forged address: nothing here is wrong, unless PUBLIC_URL is. */
function isRefusal(error: string): boolean {
  return /^(Invalid (origin|\w+URL): |Blocked cross-site )/.test(error)
}

/** Who is a member nowhere any more has nothing to sign in to. */
async function refuseOutsiders(platform: Platform, accountId: string): Promise<void> {
  const access = accessOf(platform)
  access.forgetAccount(accountId)
  if ((await access.memberships(accountId)).length === 0)
    throw new APIError('FORBIDDEN', {
      code: 'NO_WORKSPACE' satisfies SignInError,
      message: 'member of no workspace',
    })
}

/** The origins a browser may call sign-in from: ours. */
function originsFor(request: Request | undefined, publicUrl: string | null): string[] {
  const host = request ? new URL(request.url).host : null
  return [
    ...(publicUrl === null ? [] : [new URL(publicUrl).origin]),
    // A proxy that ends TLS may not say so.
    ...(host === null ? [] : [`http://${host}`, `https://${host}`]),
  ]
}
