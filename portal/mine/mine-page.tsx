/** What was submitted from this device, how each stands, and a look-up for everything else. */
import { useState } from 'preact/hooks'
import { onDevice } from '../keeping.ts'
import { follow } from '../navigation.ts'
import { QueueCard } from '../offline/queue-card.tsx'
import { PageTitle } from '../pieces/page-title.tsx'
import { forgetReceipt, type KeptReceipt, receiptsOf } from '../receipts/receipts.ts'
import { submitPath, trackPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { atWords } from '../times.ts'
import { LookUp } from './look-up.tsx'
import { useStandings } from './use-standings.ts'

export function MinePage({ workspace }: { workspace: string }) {
  const { words } = useSettings()
  const [receipts, setReceipts] = useState(() => receiptsOf(onDevice, workspace))
  const standings = useStandings(workspace, receipts)
  return (
    <>
      <div class="intro">
        <PageTitle>{words.own.title}</PageTitle>
        <p class="lead">{words.own.lead}</p>
        <QueueCard workspace={workspace} />
      </div>
      <div class="stack">
        {receipts.length === 0 && (
          <div class="empty">
            <p>{words.own.empty}</p>
            <a class="button plain" href={submitPath(workspace)} onClick={follow}>
              {words.home}
            </a>
          </div>
        )}
        {receipts.length > 0 && (
          <ul class="receipts">
            {receipts.map((receipt) => (
              <Row
                key={receipt.number}
                workspace={workspace}
                receipt={receipt}
                standing={standings[receipt.number]}
                forget={() => {
                  forgetReceipt(onDevice, workspace, receipt.number)
                  setReceipts(receiptsOf(onDevice, workspace))
                }}
              />
            ))}
          </ul>
        )}
        <LookUp workspace={workspace} />
      </div>
    </>
  )
}

interface RowProps {
  workspace: string
  receipt: KeptReceipt
  standing: keyof ReturnType<typeof useSettings>['words']['states'] | undefined
  forget: () => void
}

function Row({ workspace, receipt, standing, forget }: RowProps) {
  const { words, locale } = useSettings()
  return (
    <li class="card">
      <a href={trackPath(workspace, receipt)} onClick={follow}>
        <span class="title">{receipt.title}</span>
        <span class="hint">
          {words.number(receipt.number)} · {words.kinds[receipt.entry].name} ·{' '}
          {atWords(receipt.receivedAt, { locale })}
        </span>
        {standing && <span class={`standing is-${standing}`}>{words.states[standing]}</span>}
      </a>
      <details>
        <summary aria-label={`${words.own.forget} ${words.number(receipt.number)}`}>⋯</summary>
        <p class="hint">{words.own.forgetNote}</p>
        <button type="button" class="small" onClick={forget}>
          {words.own.forget}
        </button>
      </details>
    </li>
  )
}
