import { Skeleton } from 'antd'
import type { WebhookDelivery } from '../../contract/webhooks.ts'
import { Failure } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { useWebhookDeliveries } from './webhook-queries.ts'

const tones = { waiting: 'tone-warn', sent: 'tone-good', failed: 'tone-late' } as const

/** What was sent there lately, and how it went. */
export function WebhookLog({ webhookId }: { webhookId: string }) {
  const { radar } = useWords()
  const found = useWebhookDeliveries(webhookId)
  return (
    <div className="webhook-log">
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data?.length === 0 && <p className="faint">{radar.webhooks.emptyLog}</p>}
      {found.data?.map((delivery) => (
        <Sent key={delivery.id} delivery={delivery} />
      ))}
    </div>
  )
}

function Sent({ delivery }: { delivery: WebhookDelivery }) {
  const words = useWords()
  const say = words.radar.webhooks
  const zone = useZone()
  const now = useNow(30_000)
  const { type, state, status, error, attempts, at, nextTryAt } = delivery
  const reasons: Record<string, string> = say.reasons
  const when = (instant: string) => moment(instant, now, zone, words.time)
  return (
    <div className="webhook-sent">
      <span className="faint">{when(at)}</span>
      <span>{say.types[type]}</span>
      <span className={tones[state]}>{say.states[state]}</span>
      <span className="faint">
        {[
          status === null ? null : `HTTP ${status}`,
          error === null ? null : (reasons[error] ?? error),
          attempts > 1 ? say.attempts(attempts) : null,
          state === 'waiting' && nextTryAt ? say.nextTry(when(nextTryAt)) : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </div>
  )
}
