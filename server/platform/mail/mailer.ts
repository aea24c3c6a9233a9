/** Sends mail over the operator's SMTP server. */
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { isMailAddress } from './address.ts'
import { failureFrom, MailFailure } from './failure.ts'

export interface Mail {
  to: string
  /** Shown beside the operator's own address: `蓝鲸小店 <noreply@…>`. */
  fromName?: string
  subject: string
  text: string
  html?: string
  /**
   * What the Message-ID is made of; stable per message, so that a copy sent after a lost reply is
   * recognised by mail programs.
   */
  messageId?: string
  /** Mails with the same thread stand together in the mailbox. */
  thread?: string
  headers?: Record<string, string>
}

export interface Mailer {
  /** Rejects with a MailFailure when the server did not take the mail. */
  send(mail: Mail): Promise<void>
}

/** A server that says nothing for so long is taken for gone. */
const silenceMs = 20_000
/** Connections of one process to the SMTP server, and mails on each at most. */
const connections = 4
const mailsPerConnection = 100

/** Null when no SMTP server is configured. */
export function smtpMailer(config: Config): (Mailer & { close(): void }) | null {
  if (!config.smtpUrl || !config.mailFrom) return null
  const from = senderIn(config.mailFrom)
  const ours = (id: string) => `<${id}@${from.address.split('@')[1] ?? 'huiyin.invalid'}>`
  const transport = createTransport({
    url: config.smtpUrl,
    pool: true,
    maxConnections: connections,
    maxMessages: mailsPerConnection,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    dnsTimeout: silenceMs,
    socketTimeout: silenceMs,
    // Nothing a mail is made of may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, fromName, messageId, thread, ...mail }) {
      if (!isMailAddress(to)) throw new MailFailure('never', 'address_invalid')
      try {
        await transport.sendMail({
          ...mail,
          from: { name: oneLine(fromName ?? from.name), address: from.address },
          // As an object: a list inside an address stays one address.
          to: { name: '', address: to },
          subject: oneLine(mail.subject),
          ...(messageId ? { messageId: ours(messageId) } : {}),
          ...(thread ? { references: ours(thread) } : {}),
        })
      } catch (error) {
        throw failureFrom(error)
      }
    },
    close: () => transport.close(),
  }
}

/** `回音 <noreply@example.com>` or the address alone. */
function senderIn(mailFrom: string): { name: string; address: string } {
  const [, name = '', address] = /^(.*)<([^<>]+)>\s*$/.exec(mailFrom) ?? []
  return { name: name.replace(/^[\s"]+|[\s"]+$/g, ''), address: (address ?? mailFrom).trim() }
}

/** Header values are one line, whatever a customer calls themself. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
