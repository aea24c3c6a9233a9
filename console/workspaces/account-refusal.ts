/** When signing in, or a change to the account, is refused. */
import type { Words } from '../words/words.tsx'
import type { AccountError } from './account.ts'

/** better-auth's refusals in our words. */
export function refusal(error: AccountError, words: Words): string {
  if (error.status === 429) return words.errors.signIn.TOO_MANY_REQUESTS ?? ''
  const known = error.code ? words.errors.signIn[error.code] : undefined
  if (known) return known
  if (error.status > 0 && error.status < 500)
    return words.errors.unknown(error.code ?? String(error.status))
  return words.errors.sentences[error.status === 0 ? 'network' : 'internal'] ?? ''
}

/** What a request that never arrived is taken for. */
export function offline(): { data: null; error: AccountError } {
  return { data: null, error: { status: 0 } }
}
