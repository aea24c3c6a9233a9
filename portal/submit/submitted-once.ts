import { CallError } from '../../contract/client.ts'
import { randomKey } from '../random-key.ts'

/**
 * Submits words under their key. Where other words were received under it (the draft stood open in two
 * tabs, or an answer was lost and the words were changed), these are a submission of their own: they go
 * once more, under a key made for them.
 */
export async function submittedOnce<Body extends { submissionKey: string }, Answer>(
  body: Body,
  submit: (body: Body) => Promise<Answer>,
  onFresh: (body: Body) => void | Promise<void>,
): Promise<Answer> {
  try {
    return await submit(body)
  } catch (failure) {
    if (!(failure instanceof CallError && failure.code === 'idempotency_key_reused')) throw failure
    const fresh = { ...body, submissionKey: randomKey() }
    await onFresh(fresh)
    return submit(fresh)
  }
}
