/** Sends mail over the operator's SMTP server. */
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  html?: string
  /** Stable per message: a retry after a lost reply is recognised by mail programs. */
  messageId?: string
  headers?: Record<string, string>
}

export interface Mailer {
  /** Rejects when the server did not take the mail. */
  send(mail: Mail): Promise<void>
}

/** Null when no SMTP server is configured. */
export function smtpMailer(config: Config): (Mailer & { close(): void }) | null {
  if (!config.smtpUrl || !config.mailFrom) return null
  const transport = createTransport(config.smtpUrl, { from: config.mailFrom })
  return {
    async send(mail) {
      await transport.sendMail(mail)
    },
    close: () => transport.close(),
  }
}
