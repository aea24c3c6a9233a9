/** The account behind the session: sign-in, second step, password, sessions. Spoken by better-auth. */
import { createAuthClient } from 'better-auth/client'
import { twoFactorClient } from 'better-auth/client/plugins'

export const account = createAuthClient({
  baseURL: location.origin,
  basePath: '/api/auth',
  plugins: [twoFactorClient()],
  fetchOptions: { headers: { 'x-requested-with': 'huiyin' } },
})

/** What better-auth answers when it refuses. */
export interface AccountError {
  code?: string | undefined
  status: number
}
