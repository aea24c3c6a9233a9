/** A problem we know of: how it stands, and one tap to have it too and be told when it is fixed. */
import { useState } from 'preact/hooks'
import { joinProblem, type KnownProblem } from '../../contract/knowledge.ts'
import { call } from '../calling.ts'
import { onDevice } from '../keeping.ts'
import { follow, go } from '../navigation.ts'
import { randomKey } from '../random-key.ts'
import { keepReceipt, receiptsOf } from '../receipts/receipts.ts'
import { donePath, trackPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { dropDraft } from '../submit/draft.ts'
import { arrived, contextNow } from '../submit/use-submission.ts'
import { useAction } from '../track/use-action.ts'
import { sentenceFor } from '../words/words.ts'
import type { WritingProps } from './known-list.tsx'
import { wordsOf } from './words-of.ts'

/** One key for each problem on this device: however often it is tapped, it is one. */
interface Joined {
  key: string
  number?: number
}
const keyOf = (workspace: string, id: string) => `joined.${workspace}.${id}`

export function KnownProblemCard(props: WritingProps & { problem: KnownProblem }) {
  const { problem, workspace, portal, draft, tray, change } = props
  const { words, locale } = useSettings()
  const { known } = words
  const [joined] = useState(() => onDevice.read<Joined>(keyOf(workspace, problem.id)))
  const { run, isRunning, error } = useAction()
  const receipt = receiptsOf(onDevice, workspace).find(({ number }) => number === joined?.number)
  const { name, email, phone } = draft.contact

  const join = () =>
    run(async () => {
      const submissionKey = joined?.key ?? randomKey()
      onDevice.write(keyOf(workspace, problem.id), { key: submissionKey })
      const evidence = (await arrived(tray)).flatMap(({ ticket }) => ticket ?? [])
      const contact = Object.entries({ name, email, phone })
        .map(([way, written]) => [way, written.trim()])
        .filter(([, written]) => written)
      const text = wordsOf(portal, draft)
      const kept = await call(joinProblem, {
        params: { workspace, problemId: problem.id },
        body: {
          text,
          contact: Object.fromEntries(contact),
          context: contextNow(),
          evidence,
          locale,
          submissionKey,
        },
      })
      onDevice.write(keyOf(workspace, problem.id), { key: submissionKey, number: kept.number })
      keepReceipt(onDevice, workspace, kept, { entry: 'feedback', text: text || problem.title })
      dropDraft(onDevice, workspace)
      go(donePath(workspace, kept.number))
    })

  return (
    <div class="card known-problem">
      <p>
        <span class="standing">{known.states[problem.state]}</span> <b>{problem.title}</b>
      </p>
      {problem.note && <p>{problem.note}</p>}
      {problem.fixedIn && <p>{known.fixedIn(problem.fixedIn)}</p>}
      {problem.customers > 0 && <p class="hint">{known.customers(problem.customers)}</p>}
      {receipt && (
        <p>
          {known.joined}{' '}
          <a href={trackPath(workspace, receipt)} onClick={follow}>
            {words.number(receipt.number)}
          </a>
        </p>
      )}
      {!receipt && problem.state !== 'fixed' && (
        <>
          <label class="hint">
            {known.email}
            <input
              type="email"
              autocomplete="email"
              enterkeyhint="done"
              value={email}
              onInput={(event) =>
                change({ contact: { ...draft.contact, email: event.currentTarget.value } })
              }
            />
          </label>
          <button type="button" class="button plain" aria-disabled={isRunning} onClick={join}>
            {isRunning ? words.submit.sending : known.meToo}
          </button>
        </>
      )}
      <div role="alert">
        {error !== null && <p class="trouble">{sentenceFor(error, locale)}</p>}
      </div>
    </div>
  )
}
