/** This device has something like it open already: added to it, it goes faster. The person chooses. */
import { useEffect, useState } from 'preact/hooks'
import { addToCase, track } from '../../contract/track.ts'
import { call, claimHeaders } from '../calling.ts'
import { onDevice } from '../keeping.ts'
import { follow, go } from '../navigation.ts'
import { type KeptReceipt, receiptsOf } from '../receipts/receipts.ts'
import { trackPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { dropDraft } from '../submit/draft.ts'
import { arrived } from '../submit/use-submission.ts'
import { useAction } from '../track/use-action.ts'
import { sentenceFor } from '../words/words.ts'
import type { WritingProps } from './known-list.tsx'
import { similarReceipt } from './similar.ts'
import { wordsOf } from './words-of.ts'

const PAUSE_MS = 450
const DAY_MS = 24 * 60 * 60 * 1000

export function SimilarCase(props: WritingProps) {
  const { workspace, portal, draft, tray } = props
  const { words, locale } = useSettings()
  const { known } = words
  const [another, setAnother] = useState<number[]>([])
  const open = useOpenCase(props, another)
  const { run, isRunning, error } = useAction()
  if (!open) return null
  const days = Math.floor((Date.now() - Date.parse(open.receivedAt)) / DAY_MS)
  const isContactWritten = Object.values(draft.contact).some((way) => way.trim() !== '')

  const add = () =>
    run(async () => {
      const evidence = (await arrived(tray)).flatMap(({ ticket }) => ticket ?? [])
      const body = {
        text: wordsOf(portal, draft),
        evidence,
        submissionKey: draft.submissionKey,
      }
      const params = { workspace, number: open.number }
      await call(addToCase, { params, body }, { headers: claimHeaders(open) })
      dropDraft(onDevice, workspace)
      go(trackPath(workspace, open))
    })

  return (
    <div class="card known-problem">
      <p>
        {known.similar(days)}{' '}
        <a href={trackPath(workspace, open)} onClick={follow}>
          {words.number(open.number)}
        </a>
      </p>
      <p class="quote">{open.title}</p>
      {isContactWritten && <p class="hint">{known.withoutContact}</p>}
      <p class="ways">
        <button type="button" class="small" aria-disabled={isRunning} onClick={add}>
          {isRunning ? words.submit.sending : known.add(words.number(open.number))}
        </button>
        <button
          type="button"
          class="small"
          onClick={() => setAnother((before) => [...before, open.number])}
        >
          {known.another}
        </button>
      </p>
      <div role="alert">
        {error !== null && <p class="trouble">{sentenceFor(error, locale)}</p>}
      </div>
    </div>
  )
}

/** The receipt that resembles what is written, once the server has said that its case is open. */
function useOpenCase({ workspace, draft }: WritingProps, another: number[]) {
  const [standings, setStandings] = useState<Record<number, 'open' | 'over'>>({})
  const [candidate, setCandidate] = useState<KeptReceipt>()
  const { text, categoryId } = draft
  useEffect(() => {
    const timer = setTimeout(() => {
      const receipts = receiptsOf(onDevice, workspace).filter(
        ({ number }) => !another.includes(number),
      )
      setCandidate(similarReceipt(receipts, { text, categoryId }))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [workspace, text, categoryId, another])
  const number = candidate?.number
  // biome-ignore lint/correctness/useExhaustiveDependencies: each number is asked for once
  useEffect(() => {
    if (!candidate || standings[candidate.number]) return
    call(
      track,
      { params: { workspace, number: candidate.number } },
      { headers: claimHeaders(candidate) },
    ).then(
      ({ state }) =>
        setStandings((now) => ({
          ...now,
          [candidate.number]: state === 'closed' ? 'over' : 'open',
        })),
      // Gone, or no network: it is only an offer.
      () => undefined,
    )
  }, [workspace, number])
  return candidate && standings[candidate.number] === 'open' ? candidate : null
}
