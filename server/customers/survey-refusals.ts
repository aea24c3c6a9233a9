/** Who asked not to be surveyed is not asked when they come back, though their address was erased. */
import type { Tx } from '../platform/ctx.ts'
import { signedCode } from '../platform/ids.ts'
import type { Identity } from './identity.ts'

type Address = Pick<Identity, 'kind' | 'value'>

const codeLength = 26

/** Nobody who reads the table can tell whose address it is, nor try addresses without the secret. */
export function refusalCode(
  { secret, workspaceId }: Pick<Tx, 'secret' | 'workspaceId'>,
  { kind, value }: Address,
): string {
  return signedCode(secret, 'no-survey', `${workspaceId} ${kind} ${value}`, codeLength)
}

/** Since when nobody at these addresses is to be surveyed, by code. */
export async function refusalsAt(
  tx: Tx,
  addresses: readonly Address[],
): Promise<Map<string, Date>> {
  const codes = addresses
    .filter(({ kind }) => kind === 'email' || kind === 'phone')
    .map((address) => refusalCode(tx, address))
  if (codes.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('survey_refusals')
    .select(['address_code', 'declined_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('address_code', 'in', codes)
    .execute()
  return new Map(rows.map((row) => [row.address_code, row.declined_at]))
}
