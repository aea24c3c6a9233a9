/** Why a mail did not leave, in a code that people can read, and whether trying again may help. */
export class MailFailure extends Error {
  readonly again: 'later' | 'never'
  readonly code: MailFailureCode

  constructor(again: 'later' | 'never', code: MailFailureCode, cause?: unknown) {
    super(code, { cause })
    this.again = again
    this.code = code
  }
}

export type MailFailureCode =
  /** No address a mail could go to. */
  | 'address_invalid'
  /** The server knows no such mailbox. */
  | 'mailbox_unknown'
  /** The mailbox takes nothing more. */
  | 'mailbox_full'
  /** The server will not take this mail. */
  | 'mail_refused'
  /** The server asks us to come back later. */
  | 'mail_deferred'
  /** The server does not let us in. */
  | 'smtp_sign_in_failed'
  /** The server cannot be reached. */
  | 'smtp_unreachable'

/** What nodemailer throws, as ours. */
export function failureFrom(error: unknown): MailFailure {
  if (error instanceof MailFailure) return error
  const { code, responseCode, response } = error as {
    code?: string
    responseCode?: number
    response?: string
  }
  // The operator can mend the login; the mail is not to blame.
  if (code === 'EAUTH' || code === 'ENOAUTH' || responseCode === 530 || responseCode === 535)
    return new MailFailure('later', 'smtp_sign_in_failed', error)
  if (responseCode !== undefined && responseCode >= 500)
    return new MailFailure('never', refusal(responseCode, response ?? ''), error)
  if (responseCode !== undefined && responseCode >= 400)
    return new MailFailure('later', 'mail_deferred', error)
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return new MailFailure('never', 'mail_refused', error)
  return new MailFailure('later', 'smtp_unreachable', error)
}

/** Enhanced status codes (RFC 3463) say more than the bare reply. */
function refusal(responseCode: number, response: string): MailFailureCode {
  const enhanced = /\b5\.(\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  if (enhanced === '2.2' || responseCode === 552) return 'mailbox_full'
  if (enhanced && /^1\.[0-36]$|^2\.1$/.test(enhanced)) return 'mailbox_unknown'
  if (enhanced) return 'mail_refused'
  return responseCode === 550 || responseCode === 551 || responseCode === 553
    ? 'mailbox_unknown'
    : 'mail_refused'
}
