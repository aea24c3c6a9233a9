/** Proof that the bearer uploaded a file. Nothing of it is stored. */
import type { Ctx } from '../ctx.ts'
import { sameSecret, signedCode } from '../ids.ts'

const signatureLength = 26
const shape = /^([0-9a-f-]{36})\.([0-9A-Z]{26})$/

type Signer = Pick<Ctx, 'secret' | 'workspaceId'>

export function ticketOf(ctx: Signer, fileId: string): string {
  return `${fileId}.${signatureOf(ctx, fileId)}`
}

/** The file a ticket was made for in this workspace; null for anything we did not make. */
export function fileIdIn(ctx: Signer, ticket: string): string | null {
  const [, fileId, signature] = shape.exec(ticket) ?? []
  if (!fileId || !signature) return null
  return sameSecret(signature, signatureOf(ctx, fileId)) ? fileId : null
}

function signatureOf(ctx: Signer, fileId: string): string {
  return signedCode(ctx.secret, 'file', `${ctx.workspaceId} ${fileId}`, signatureLength)
}
