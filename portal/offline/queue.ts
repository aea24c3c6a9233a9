/**
 * Submissions that a dead network kept on the phone. They are sent later by themselves, in order,
 * with the key they were given at first: however often one is tried, it is one feedback.
 */
import { CallError } from '../../contract/client.ts'
import type { Receipt } from '../../contract/feedback.ts'
import type { SubmissionBody } from '../submit/submission.ts'
import { submittedOnce } from '../submit/submitted-once.ts'

export interface QueuedEvidence {
  name: string
  blob: Blob | null
  /** Once the file has arrived. */
  ticket: string | null
}

export interface QueuedSubmission {
  /** Its place on the shelf; `body` carries the key it goes under. */
  submissionKey: string
  workspace: string
  queuedAt: string
  body: Omit<SubmissionBody, 'evidence'>
  evidence: QueuedEvidence[]
  /** The server refused it for good, with this code: a person has to look. */
  refusedCode: string | null
}

export interface QueueStore {
  all(): Promise<QueuedSubmission[]>
  put(submission: QueuedSubmission): Promise<void>
  drop(submissionKey: string): Promise<void>
}

export interface QueueTools {
  store: QueueStore
  upload(workspace: string, blob: Blob, name: string): Promise<{ ticket: string }>
  submit(workspace: string, body: SubmissionBody): Promise<Receipt>
  onSent(receipt: Receipt, submission: QueuedSubmission): void
  /** What waits has changed, or sending began or ended. */
  onChange(): void
}

export function createQueue({ store, upload, submit, onSent, onChange }: QueueTools) {
  let sending: Promise<void> | null = null

  /** Sends what waits. Called again while it runs, it is the same run. */
  function sendAll(): Promise<void> {
    sending ??= run().finally(() => {
      sending = null
      onChange()
    })
    return sending
  }

  async function run(): Promise<void> {
    const waiting = (await store.all()).filter(({ refusedCode }) => !refusedCode)
    if (waiting.length === 0) return
    onChange()
    for (const submission of waiting.sort((a, b) => a.queuedAt.localeCompare(b.queuedAt))) {
      if (!(await sendOne(submission))) return
    }
  }

  /** False: there is no use in trying the next one now. */
  async function sendOne(submission: QueuedSubmission): Promise<boolean> {
    try {
      const receipt = await deliver(submission)
      await store.drop(submission.submissionKey)
      onSent(receipt, submission)
      onChange()
      return true
    } catch (error) {
      if (isPassing(error)) return false
      const refusedCode = error instanceof CallError ? error.code : 'internal'
      await store.put({ ...submission, refusedCode })
      onChange()
      return true
    }
  }

  /** The key they go under when other words were received under theirs is remembered first. */
  const deliver = (submission: QueuedSubmission): Promise<Receipt> =>
    submittedOnce(
      submission.body,
      () => renewingEvidence(submission),
      async (fresh) => {
        submission.body = fresh
        await store.put(submission)
      },
    )

  async function renewingEvidence(submission: QueuedSubmission): Promise<Receipt> {
    try {
      return await submitWithEvidence(submission)
    } catch (error) {
      const canRenew = submission.evidence.every(({ blob }) => blob)
      if (!(error instanceof CallError && error.code === 'evidence_unknown' && canRenew))
        throw error
      for (const piece of submission.evidence) piece.ticket = null
      return submitWithEvidence(submission)
    }
  }

  async function submitWithEvidence(submission: QueuedSubmission): Promise<Receipt> {
    for (const piece of submission.evidence) {
      if (piece.ticket || !piece.blob) continue
      piece.ticket = (await upload(submission.workspace, piece.blob, piece.name)).ticket
      // Remembered at once: a connection that breaks again does not cost this upload again.
      await store.put(submission)
    }
    const evidence = submission.evidence.flatMap(({ ticket }) => (ticket ? [ticket] : []))
    return submit(submission.workspace, { ...submission.body, evidence })
  }

  return {
    sendAll,
    isSending: () => sending !== null,
    list: async (workspace: string) =>
      (await store.all()).filter((submission) => submission.workspace === workspace),
    async add(submission: QueuedSubmission): Promise<void> {
      await store.put(submission)
      onChange()
    },
    async remove(submissionKey: string): Promise<void> {
      await store.drop(submissionKey)
      onChange()
    },
  }
}

/** Will pass by itself: no network, a server that restarts, too many at once. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof CallError &&
    (error.status === 0 || error.status >= 500 || error.status === 429)
  )
}
