import { createServer } from 'node:net'
import { join } from 'node:path'
import { DATABASE_USER } from './embedded-cluster.ts'

/** With a socket the port is only a part of its file name. */
export const SOCKET_PORT = 5432
const SOCKET_PATH_LIMIT = 100 // bytes; Linux takes 107, macOS 103

/** Where the server can be reached: a folder with its socket, or a loopback port. */
export type Address = { socketFolder: string } | { port: number }

/** A socket in the cluster's own folder, which nobody else can enter, or a free loopback port. */
export async function chooseAddress(cluster: string): Promise<Address> {
  const socket = join(cluster, `.s.PGSQL.${SOCKET_PORT}`)
  if (Buffer.byteLength(socket) <= SOCKET_PATH_LIMIT) return { socketFolder: cluster }
  return { port: await freePort() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** A URL that pg, libpq and `new URL()` all understand. */
export function urlOf(address: Address, password: string, database: string): string {
  const login = `postgresql://${DATABASE_USER}:${encodeURIComponent(password)}`
  if ('port' in address) return `${login}@127.0.0.1:${address.port}/${database}`
  const folder = encodeURIComponent(address.socketFolder)
  return `${login}@localhost:${SOCKET_PORT}/${database}?host=${folder}`
}
