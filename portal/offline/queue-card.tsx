/** What waits on this phone for a network, and what was sent by itself. */
import { useState } from 'preact/hooks'
import { follow } from '../navigation.ts'
import { CheckIcon, PhoneIcon } from '../pieces/icons.tsx'
import { trackPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { atWords } from '../times.ts'
import { sentenceForCode } from '../words/words.ts'
import { outbox, useOutbox } from './outbox.ts'
import type { QueuedSubmission } from './queue.ts'

interface QueueCardProps {
  workspace: string
  /** Puts a refused submission back into the form. */
  takeBack?: (submission: QueuedSubmission) => void
}

export function QueueCard({ workspace, takeBack }: QueueCardProps) {
  const { words } = useSettings()
  const { waiting, sent, isSending } = useOutbox(workspace)
  return (
    <div class="queue" role="status">
      {sent.map((receipt) => (
        <p key={receipt.number} class="queued is-sent">
          <CheckIcon />
          <span>
            {words.queue.sent(words.number(receipt.number))}
            <a class="link" href={trackPath(workspace, receipt)} onClick={follow}>
              {words.done.track}
            </a>
          </span>
        </p>
      ))}
      {waiting.map((submission) => (
        <Waiting
          key={submission.submissionKey}
          submission={submission}
          isSending={isSending}
          takeBack={takeBack}
        />
      ))}
    </div>
  )
}

interface WaitingProps {
  submission: QueuedSubmission
  isSending: boolean
  takeBack: QueueCardProps['takeBack']
}

function Waiting({ submission, isSending, takeBack }: WaitingProps) {
  const { words, locale } = useSettings()
  const { queue } = words
  const { body, evidence, refusedCode, submissionKey, queuedAt } = submission
  const [isAsking, setAsking] = useState(false)
  const isTrying = isSending && !refusedCode
  const title = isTrying ? queue.sending : queue.saved
  const remove = () => void outbox.remove(submissionKey)
  return (
    <section class={refusedCode ? 'queued is-refused' : 'queued'}>
      <PhoneIcon />
      <div>
        <strong>{refusedCode ? queue.refused : title}</strong>
        <p class="quote">
          {words.kinds[body.entry].name} · {body.text}
        </p>
        <p class="hint">
          {atWords(queuedAt, { locale })}
          {evidence.length > 0 && ` · ${queue.evidence(evidence.length)}`}
        </p>
        <p>
          {refusedCode
            ? (sentenceForCode(refusedCode, locale) ?? words.errors.general)
            : queue.savedNote}
        </p>
        {isAsking && <p class="trouble">{queue.removeSure}</p>}
        <p class="ways">
          {!isAsking && refusedCode && takeBack && (
            <button
              type="button"
              class="small"
              onClick={() => {
                takeBack(submission)
                remove()
              }}
            >
              {queue.edit}
            </button>
          )}
          {!isAsking && !refusedCode && (
            <button
              type="button"
              class="small"
              aria-disabled={isTrying}
              onClick={() => void outbox.sendAll().catch(() => undefined)}
            >
              {isTrying ? queue.sending : queue.sendNow}
            </button>
          )}
          {!isAsking && (
            <button type="button" class="link" onClick={() => setAsking(true)}>
              {queue.remove}
            </button>
          )}
          {isAsking && (
            <>
              <button type="button" class="small danger" onClick={remove}>
                {queue.removeYes}
              </button>
              <button type="button" class="link" onClick={() => setAsking(false)}>
                {queue.removeNo}
              </button>
            </>
          )}
        </p>
      </div>
    </section>
  )
}
