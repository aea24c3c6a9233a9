/** The one queue of this page, with the moments at which it is sent. */
import { useEffect, useState } from 'preact/hooks'
import { submitFeedback } from '../../contract/feedback.ts'
import { call } from '../calling.ts'
import { upload } from '../evidence/upload.ts'
import { onDevice } from '../keeping.ts'
import { type KeptReceipt, keepReceipt } from '../receipts/receipts.ts'
import { phoneStore } from './indexed-db.ts'
import { createQueue, type QueuedSubmission } from './queue.ts'

/** While something waits, it is tried this often even if the phone says nothing. */
const RETRY_MS = 60_000

const listeners = new Set<() => void>()
const sentNow: { workspace: string; receipt: KeptReceipt }[] = []
const notify = () => {
  for (const listener of listeners) listener()
}

const queue = createQueue({
  store: phoneStore,
  upload,
  submit: (workspace, body) => call(submitFeedback, { params: { workspace }, body }),
  onChange: notify,
  onSent(receipt, { workspace, body }) {
    sentNow.push({ workspace, receipt: keepReceipt(onDevice, workspace, receipt, body) })
  },
})

export const outbox = {
  ...queue,
  /** Sends on the next visit, when the network comes back, and when the person looks again. */
  watch(): () => void {
    const send = () => {
      if (navigator.onLine && document.visibilityState === 'visible') void sendQuietly()
    }
    send()
    const timer = setInterval(send, RETRY_MS)
    window.addEventListener('online', send)
    window.addEventListener('focus', send)
    document.addEventListener('visibilitychange', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
      window.removeEventListener('focus', send)
      document.removeEventListener('visibilitychange', send)
    }
  },
}

/** A phone without IndexedDB (private mode) has nothing queued; that is no failure to speak of. */
const sendQuietly = () => queue.sendAll().catch(() => undefined)

export interface OutboxState {
  waiting: QueuedSubmission[]
  /** Sent by itself during this visit. */
  sent: KeptReceipt[]
  isSending: boolean
}

export function useOutbox(workspace: string): OutboxState {
  const [state, setState] = useState<OutboxState>({ waiting: [], sent: [], isSending: false })
  useEffect(() => {
    let isCurrent = true
    const update = () =>
      queue
        .list(workspace)
        .catch(() => [])
        .then((waiting) => {
          const sent = sentNow
            .filter((one) => one.workspace === workspace)
            .map((one) => one.receipt)
          if (isCurrent) setState({ waiting, sent, isSending: queue.isSending() })
        })
    listeners.add(update)
    void update()
    return () => {
      isCurrent = false
      listeners.delete(update)
    }
  }, [workspace])
  return state
}
