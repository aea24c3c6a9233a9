/** A real SMTP server on the loopback for tests: takes mails, or refuses as it is told. */
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string[]
  /** Header names in lower case, unfolded, words decoded. */
  headers: Map<string, string>
  /** As it came over the wire. */
  raw: string
  text: string
  html: string
}

export interface PostOffice {
  url: string
  received: ReceivedMail[]
  /** The next mails are refused so, one each: at the address (`RCPT`) or after the words (`DATA`). */
  refuse(...replies: { at: 'RCPT' | 'DATA'; code: number; text: string }[]): void
  close(): Promise<void>
}

export async function postOffice(port = 0): Promise<PostOffice> {
  const received: ReceivedMail[] = []
  const refusals: { at: 'RCPT' | 'DATA'; code: number; text: string }[] = []
  const refusal = (at: 'RCPT' | 'DATA') => {
    if (refusals[0]?.at !== at) return null
    const { code, text } = refusals.shift() as { code: number; text: string }
    return Object.assign(new Error(text), { responseCode: code })
  }
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refusal('RCPT')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refused = refusal('DATA')
        if (!refused) {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push(read(Buffer.concat(chunks).toString('latin1'), to))
        }
        done(refused)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const address = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    refuse: (...replies) => void refusals.push(...replies),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function read(raw: string, to: string[]): ReceivedMail {
  const { headers, body } = split(raw)
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1]
  const parts = boundary
    ? body.split(`--${boundary}`).map((part) => split(part.replace(/^\r\n/, '')))
    : [{ headers, body }]
  const part = (type: string) => {
    const found = parts.find((one) => one.headers.get('content-type')?.startsWith(type))
    return found ? decoded(found.body, found.headers.get('content-transfer-encoding') ?? '') : ''
  }
  return { to, headers, raw, text: part('text/plain'), html: part('text/html') }
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())] as const
    }),
  )
  return { headers, body: raw.slice(end + 4) }
}

/** RFC 2047 */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : quotedPrintable(text.replace(/_/g, ' ')),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
}

function decoded(body: string, encoding: string): string {
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64').toString('latin1') : body
  const plain = encoding === 'quoted-printable' ? quotedPrintable(bytes) : bytes
  return Buffer.from(plain, 'latin1').toString('utf8').replace(/\r\n/g, '\n').trim()
}

function quotedPrintable(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
}
