import type { InputOf } from '../../contract/endpoint.ts'
import type { downloadFile } from '../../contract/files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { sendFile } from '../platform/files/send-file.ts'
import type { Http } from '../platform/http/bind.ts'
import { ownerOfEvidence } from './list-evidence.ts'

/** A member looks at a file that is evidence in a case. */
export async function download(
  ctx: Ctx,
  input: InputOf<typeof downloadFile>,
  http: Http,
): Promise<void> {
  if ((await ownerOfEvidence(ctx, input.fileId)) === null) throw new NotFound()
  await sendFile(ctx, input.fileId, http)
}

/** A customer looks at a file of their own case: what they gave, and what was answered; no notes. */
export async function downloadOwn(
  ctx: Ctx,
  own: { fileId: string; feedbackId: string; caseId: string | null },
  http: Http,
): Promise<void> {
  const owner = await ownerOfEvidence(ctx, own.fileId)
  const theirs =
    owner !== null &&
    ('feedbackId' in owner
      ? owner.feedbackId === own.feedbackId
      : owner.caseId === own.caseId && !owner.note)
  if (!theirs) throw new NotFound()
  await sendFile(ctx, own.fileId, http)
}
