/** So much of one address in a while, then a pause. Kept in the memory of this process. */
import { isIPv6 } from 'node:net'
import { TooMany } from '../errors.ts'

const mostAddresses = 50_000

export interface AddressBudget {
  /** Throws `too_many` when the address has spent everything. */
  refuseSpent(address: string): void
  /** A negative amount gives some back. */
  spend(address: string, amount: number): void
}

export function addressBudget(options: {
  most: number
  windowMs: number
  now: () => Date
}): AddressBudget {
  const spent = new Map<string, { amount: number; until: number }>()
  const current = (address: string) => {
    const known = spent.get(networkOf(address))
    return known && known.until > options.now().getTime() ? known : undefined
  }

  return {
    refuseSpent(address) {
      const known = current(address)
      if (known && known.amount >= options.most)
        throw new TooMany('too_many', (known.until - options.now().getTime()) / 1000)
    },
    spend(address, amount) {
      const known = current(address)
      if (known) {
        known.amount += amount
        return
      }
      // What comes back after its while is over was never part of this one.
      if (amount <= 0) return
      const network = networkOf(address)
      spent.delete(network)
      if (spent.size >= mostAddresses) spent.delete(spent.keys().next().value as string)
      spent.set(network, { amount, until: options.now().getTime() + options.windowMs })
    },
  }
}

/** Whoever has one IPv6 address has the whole /64. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail = ''] = address.split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0')
  return [...start, ...zeros, ...end].slice(0, 4).join(':')
}
