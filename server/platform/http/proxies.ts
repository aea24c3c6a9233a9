/** How many of the addresses a request says it came through are believed. */

/**
 * For Fastify, which asks about each address from the nearest on: hop 0 holds the connection. With
 * one proxy its own word is believed, and nothing that the client told the proxy.
 */
export function trustedProxies(count: number): false | ((address: string, hop: number) => boolean) {
  return count > 0 && ((_address, hop) => hop < count)
}
