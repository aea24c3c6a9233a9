/** Every failure a client can see: application/problem+json with a stable `code`, never a sentence. */
import { z } from 'zod'

/** Codes any endpoint may answer with; domains add their own beside their endpoints. */
export const standingErrors = {
  invalid_input: 400,
  malformed_body: 400,
  /** A member of several workspaces must say which: header `x-workspace`. */
  workspace_required: 400,
  idempotency_key_invalid: 400,
  not_signed_in: 401,
  forbidden: 403,
  /** From a browser only our own pages may change things: header `x-requested-with: huiyin`. */
  csrf: 403,
  /** The API key was not given what this needs. */
  scope_missing: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_key_reused: 409,
  /** The first request under the key is still at work. */
  idempotency_key_in_use: 409,
  /** Under this key it was made; its secret was shown once and is not shown again. */
  already_created: 409,
  too_large: 413,
  unsupported_media_type: 415,
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const

/** What we refuse a sign-in or a new password with, beside the codes of better-auth, in its manner. */
export const signInErrors = [
  'PASSWORD_TOO_WEAK',
  'NO_WORKSPACE',
  'TOO_MANY_REQUESTS',
  /** A code of the second step opens once. */
  'CODE_USED',
] as const
export type SignInError = (typeof signInErrors)[number]

export const FieldProblem = z.object({
  /** Dotted path into the input, `''` for the whole. */
  path: z.string(),
  /** What is wrong: `required`, `too_long`, `unknown_field`, `control_characters`, … */
  code: z.string(),
  /** The limit that was broken, where there is one. */
  limit: z.union([z.number(), z.string()]).optional(),
})
export type FieldProblem = z.infer<typeof FieldProblem>

export const Problem = z.object({
  type: z.literal('about:blank'),
  status: z.number().int(),
  code: z.string(),
  fields: z.array(FieldProblem).optional(),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
