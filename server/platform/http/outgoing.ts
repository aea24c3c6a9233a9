/**
 * Sends a request to an address that an operator typed. It reaches public addresses only: the name is
 * looked up by us, every address it stands for is checked, and the one that was checked is the one that
 * is connected to. Redirects are not followed, for they could lead anywhere.
 */
import { lookup as lookUp } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export type OutgoingError =
  | 'url_invalid'
  | 'address_private'
  | 'address_unknown'
  | 'unreachable'
  | 'timed_out'
  | 'redirected'
  | 'refused'

export interface Outcome {
  /** HTTP status; null when there was no reply. */
  status: number | null
  /** Null when the other side took it (2xx). */
  error: OutgoingError | null
}

export interface Outgoing {
  url: string
  headers: Record<string, string>
  body: string
  /** Installations that send within their own network say so. */
  private: 'allowed' | 'refused'
}

const patienceMs = 10_000
/** More of a reply is not read. */
const mostReply = 16 * 1024

const closed = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4')
/** Only 2000::/3 is public; of that, documentation, Teredo and 6to4 (which hides IPv4) are not for us. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, bits, 'ipv6')

/** May anybody on the internet be reached under it? An IPv4 address within IPv6 counts as itself. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4')
  if (isIP(address) !== 6) return false
  return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** What is wrong with the address itself, before anything is looked up; null when nothing is. */
export function faultOfUrl(
  url: string,
  { private: allowed }: Pick<Outgoing, 'private'>,
): OutgoingError | null {
  if (!URL.canParse(url)) return 'url_invalid'
  const { protocol, username, password, hostname } = new URL(url)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && allowed === 'allowed')
  if (!isSafe || username !== '' || password !== '' || hostname === '') return 'url_invalid'
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (allowed === 'refused' && isIP(literal) !== 0 && !isPublic(literal)) return 'address_private'
  if (allowed === 'refused' && /(^|\.)(localhost|local|internal)\.?$/i.test(hostname))
    return 'address_private'
  return null
}

/** Posts once. Never throws: what went wrong is told. */
export async function post(outgoing: Outgoing): Promise<Outcome> {
  const fault = faultOfUrl(outgoing.url, outgoing)
  if (fault) return { status: null, error: fault }
  return new Promise((resolve) => {
    const send = outgoing.url.startsWith('https:') ? secureRequest : plainRequest
    const request = send(
      outgoing.url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(outgoing.body),
          'user-agent': 'huiyin-webhook',
          ...outgoing.headers,
        },
        agent: false,
        lookup: outgoing.private === 'allowed' ? undefined : publicLookup,
        signal: AbortSignal.timeout(patienceMs),
      },
      (response) => {
        const status = response.statusCode ?? 0
        let read = 0
        response.on('data', (chunk: Buffer) => {
          read += chunk.length
          if (read > mostReply) response.destroy()
        })
        response.on('error', () => {})
        resolve({ status, error: errorOf(status) })
      },
    )
    request.on('error', (error) => resolve({ status: null, error: reasonOf(error) }))
    request.end(outgoing.body)
  })
}

class PrivateAddress extends Error {}

/** All addresses of a name must be public: one that is not would be reached some other time. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [])
    if (addresses.some(({ address }) => !isPublic(address)))
      return callback(new PrivateAddress(hostname), [])
    const [first] = addresses
    if (options.all) callback(null, addresses)
    else callback(null, first?.address ?? '', first?.family)
  })
}

function errorOf(status: number): OutgoingError | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}

function reasonOf(error: Error): OutgoingError {
  if (error instanceof PrivateAddress) return 'address_private'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timed_out'
  return /^(ENOTFOUND|EAI_)/.test((error as NodeJS.ErrnoException).code ?? '')
    ? 'address_unknown'
    : 'unreachable'
}
