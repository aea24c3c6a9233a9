/** Ids and secrets. */
import { createHash, createHmac, randomBytes, randomFillSync, timingSafeEqual } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length
let lastMs = 0
let sequence = 0

/** UUIDv7: sorts by time, and within one process and millisecond by order of making (RFC 9562 §6.2, method 1). */
export function newId(nowMs: number = Date.now()): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + 10)
  used += 10
  if (nowMs > lastMs) {
    lastMs = nowMs
    sequence = ((random[0] as number) << 3) | ((random[1] as number) & 7)
  } else {
    sequence += 1
    if (sequence > 0xfff) {
      sequence = 0
      lastMs += 1
    }
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const rest = random.subarray(2).toString('hex')
  const variant = ((Number.parseInt(rest[0] as string, 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${rest.slice(1, 4)}-${rest.slice(4, 16)}`
}

/** 256 random bits, for links and keys. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256(value: string | Buffer): string {
  return createHash('sha256').update(value).digest('hex')
}

/** Letters and digits that are hard to confuse when read aloud or copied by hand (Crockford). */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `length` characters that only a holder of `secret` can make for this purpose and subject. */
export function signedCode(
  secret: string,
  purpose: string,
  subject: string,
  length: number,
): string {
  const digest = createHmac('sha256', secret).update(`${purpose}\n${subject}`).digest()
  let code = ''
  for (let i = 0; i < length; i++) code += crockford[(digest[i] as number) & 31]
  return code
}

/** `<id>.<code>`: a link to one thing of one workspace that nobody else can make. */
export function signedToken(
  secret: string,
  purpose: string,
  workspaceId: string,
  id: string,
): string {
  return `${id}.${signedCode(secret, purpose, `${workspaceId} ${id}`, 16)}`
}

/** The id in a token made for this purpose and workspace; null for anything else. */
export function idInToken(
  secret: string,
  purpose: string,
  workspaceId: string,
  token: string,
): string | null {
  const id = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[0-9A-Z]{16}$/.exec(token)?.[1]
  return id && sameSecret(token, signedToken(secret, purpose, workspaceId, id)) ? id : null
}

/** Opens the survey of an invitation: the track page shows it, mail carries it, followups reads it. */
export function surveyToken(secret: string, workspaceId: string, invitationId: string): string {
  return signedToken(secret, 'survey', workspaceId, invitationId)
}

/** Compares in constant time; lengths may differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}
