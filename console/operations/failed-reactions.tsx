import { App, Button, Skeleton } from 'antd'
import { Empty } from '../ui/empty.tsx'
import { Failure, useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { useDeadJobs, useReplayDeadJob } from './queries.ts'

/** What failed for good and waits for someone. */
export function FailedReactions() {
  const words = useWords()
  const say = words.settings.failed
  const zone = useZone()
  const now = useNow(60_000)
  const { message } = App.useApp()
  const complain = useComplain()
  const found = useDeadJobs()
  const replay = useReplayDeadJob()
  return (
    <Page title={words.settings.tabs.failed} hint={say.hint}>
      <div className="card card-list">
        {found.isPending && <Skeleton active className="pad" />}
        {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        {found.data?.length === 0 && (
          <Empty icon="check" title={say.empty[0] ?? ''} hint={say.empty[1]} />
        )}
        {found.data?.map((job) => (
          <div key={job.id} className="line">
            <span className="line-main">
              <strong>{job.reaction}</strong>
              <span className="text quote">{job.error}</span>
              <span className="line-about">
                <span>{say.events(job.events)}</span>
                <span>{say.at(moment(job.failedAt, now, zone, words.time))}</span>
              </span>
            </span>
            <Button
              loading={replay.isPending && replay.variables === job.id}
              onClick={() =>
                replay.mutateAsync(job.id).then(() => void message.success(say.replayed), complain)
              }
            >
              {say.replay}
            </Button>
          </div>
        ))}
      </div>
    </Page>
  )
}
