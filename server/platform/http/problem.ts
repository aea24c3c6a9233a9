/** Turns whatever went wrong into problem+json, and tells the log what the client must not know. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import type { FieldProblem, Problem } from '../../../contract/errors.ts'
import { Refusal } from '../errors.ts'

/** Fastify's own refusals, as our codes. */
const fastifyCodes: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_body',
  FST_ERR_BAD_URL: 'invalid_input',
  FST_REQ_FILE_TOO_LARGE: 'file_too_large',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
}
const statusCodes: Record<number, string> = {
  400: 'malformed_body',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  414: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many',
}

/** PostgreSQL is away or going: try again soon. */
const lostDatabase = /^(08|57P|53)/
const lostConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = problemFor(error)
  if (problem.status >= 500)
    request.log.error({ err: error, route: request.routeOptions.url }, problem.code)
  else if (error instanceof Refusal && error.cause)
    request.log.info({ err: error.cause }, problem.code)
  if (error instanceof Refusal && error.retryAfterS !== undefined)
    reply.header('retry-after', String(Math.ceil(error.retryAfterS)))
  if (problem.status === 503) reply.header('retry-after', '1')
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...problem, requestId: request.id }))
}

export function problemFor(error: unknown): Problem {
  const problem = (status: number, code: string, fields?: FieldProblem[]): Problem => ({
    type: 'about:blank',
    status,
    code,
    ...(fields ? { fields } : {}),
  })
  if (error instanceof Refusal) return problem(error.status, error.code, error.fields)
  if (error instanceof ZodError) return problem(400, 'invalid_input', fieldsOf(error))
  if (isLostDatabase(error)) return problem(503, 'unavailable')
  const { statusCode, code } = error as FastifyError
  if (code && code in fastifyCodes) return problem(statusCode ?? 400, fastifyCodes[code] as string)
  if (statusCode && statusCode < 500)
    return problem(statusCode, statusCodes[statusCode] ?? 'invalid_input')
  return problem(500, 'internal')
}

function isLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && (lostDatabase.test(code) || lostConnection.has(code))) return true
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  )
}

/** Zod's issues as fields with stable codes. */
export function fieldsOf(error: ZodError): FieldProblem[] {
  return error.issues.slice(0, 50).flatMap((issue): FieldProblem[] => {
    const path = issue.path.map(String).join('.')
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          path: path ? `${path}.${key}` : key,
          code: 'unknown_field',
        }))
      case 'too_big':
        return [
          {
            path,
            code: issue.origin === 'string' ? 'too_long' : 'too_big',
            limit: Number(issue.maximum),
          },
        ]
      case 'too_small':
        return [
          {
            path,
            code: shortCode(issue.origin, Number(issue.minimum)),
            limit: Number(issue.minimum),
          },
        ]
      case 'invalid_type':
        return [{ path, code: issue.input === undefined ? 'required' : 'wrong_type' }]
      case 'custom':
        return [{ path, code: /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid' }]
      case 'invalid_format':
        return [
          { path, code: /^[a-z_]+$/.test(issue.message) ? issue.message : `not_${issue.format}` },
        ]
      case 'invalid_value':
        return [{ path, code: issue.input === undefined ? 'required' : 'unknown_value' }]
      default:
        return [{ path, code: 'invalid' }]
    }
  })
}

function shortCode(origin: string, minimum: number): string {
  if (origin === 'string') return minimum === 1 ? 'required' : 'too_short'
  return 'too_small'
}
