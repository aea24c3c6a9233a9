/**
 * How an action refuses. Each error carries what the client may know (`code`, `fields`) and, apart
 * from it, what only the log may know (`cause`). Codes are owned by the domain that throws them.
 */
import type { FieldProblem } from '../../contract/errors.ts'

export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldProblem[] | undefined
  /** Seconds after which trying again makes sense. */
  readonly retryAfterS: number | undefined

  constructor(
    status: number,
    code: string,
    more: { fields?: FieldProblem[]; retryAfterS?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause })
    this.status = status
    this.code = code
    this.fields = more.fields
    this.retryAfterS = more.retryAfterS
  }
}

/** What was sent does not fit. `path` names the input field, dotted. */
export class Invalid extends Refusal {
  constructor(code: string, path = '', limit?: number | string) {
    super(400, code, { fields: [{ path, code, ...(limit === undefined ? {} : { limit }) }] })
  }
}

/** Not there, or not theirs: the same answer for both. */
export class NotFound extends Refusal {
  constructor(cause?: unknown) {
    super(404, 'not_found', { cause })
  }
}

export class NotSignedIn extends Refusal {
  constructor(cause?: unknown) {
    super(401, 'not_signed_in', { cause })
  }
}

export class Forbidden extends Refusal {
  constructor(code = 'forbidden') {
    super(403, code)
  }
}

/** The thing is in a state that does not allow it. */
export class Conflict extends Refusal {
  constructor(code: string, path?: string) {
    super(409, code, path === undefined ? {} : { fields: [{ path, code }] })
  }
}

export class TooMany extends Refusal {
  constructor(code: string, retryAfterS: number) {
    super(429, code, { retryAfterS })
  }
}

export class TooLarge extends Refusal {
  constructor(code: string, limit: number) {
    super(413, code, { fields: [{ path: '', code, limit }] })
  }
}
