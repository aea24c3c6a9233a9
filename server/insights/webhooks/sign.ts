/** Secrets and signatures of webhooks, pure. */
import { createHmac } from 'node:crypto'
import { signedCode } from '../../platform/ids.ts'

/** After a rotation the old secret signs so long as well. */
const bothMs = 86_400_000

interface Keyed {
  workspace_id: string
  id: string
  secret_round: number
  rotated_at: Date | null
}

/** Made from the installation's secret: nothing is stored, and nothing leaks from a table. */
export function secretOf(installation: string, { workspace_id, id, secret_round }: Keyed): string {
  return `whs_${signedCode(installation, 'webhook', `${workspace_id} ${id} ${secret_round}`, 32)}`
}

/** Until when the secret before the last rotation signs, too; null when it no longer does. */
export function oldSecretUntil({ rotated_at }: Pick<Keyed, 'rotated_at'>, now: Date): Date | null {
  const until = rotated_at && new Date(rotated_at.getTime() + bothMs)
  return until && until > now ? until : null
}

/**
 * `t=1767225600,v1=…`, and a second `v1=…` by the old secret for a day. Whoever receives it computes
 * HMAC-SHA256 over `<t>.<body>` with the secret, and refuses what is older than some minutes.
 */
export function signatureOf(installation: string, keyed: Keyed, body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1000)
  const rounds = [keyed.secret_round]
  if (oldSecretUntil(keyed, now)) rounds.push(keyed.secret_round - 1)
  const signed = rounds.map((secret_round) => {
    const secret = secretOf(installation, { ...keyed, secret_round })
    return `v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
  })
  return [`t=${t}`, ...signed].join(',')
}
