import { App, Button, Progress } from 'antd'
import type { ReleaseView } from '../../contract/improvements.ts'
import { PageLink } from '../go.tsx'
import { useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { useDiscardRelease, usePublishRelease } from './queries.ts'

/** A release, what it fixes, and how far the telling is. */
export function ReleaseCard({ release, edit }: { release: ReleaseView; edit: () => void }) {
  const words = useWords()
  const say = words.improvements
  const zone = useZone()
  const now = useNow(60_000)
  return (
    <article className="card release">
      <header>
        <h2>{release.name}</h2>
        {release.publishedAt ? (
          <span className="faint">
            {say.publishedAt(moment(release.publishedAt, now, zone, words.time))}
          </span>
        ) : (
          <span className="tag tag-warn">{say.draft}</span>
        )}
        <Acts release={release} edit={edit} />
      </header>
      {release.notes && <p className="text">{release.notes}</p>}
      <div className="release-problems">
        <span className="faint">{say.fixes}</span>
        {release.problems.map(({ id, number, title }) => (
          <PageLink key={id} page={`problems/${id}`} className="label">
            #{number} {title}
          </PageLink>
        ))}
        {release.problems.length === 0 && <span className="tone-warn">{say.nothingFixed}</span>}
      </div>
      <Told release={release} />
    </article>
  )
}

function Told({ release }: { release: ReleaseView }) {
  const { improvements: say } = useWords()
  const { told, toTell, publishedAt, withoutMail } = release
  if (!publishedAt) return <p className="faint">{say.willTell(toTell)}</p>
  if (toTell === 0) return <p className="faint">{say.toldNobody}</p>
  if (told >= toTell)
    return withoutMail ? (
      <p className="tone-warn">{say.toldOnPages(toTell)}</p>
    ) : (
      <p className="tone-good">{say.toldAll(toTell)}</p>
    )
  return (
    <div className="told">
      <Progress percent={Math.floor((told / toTell) * 100)} size="small" showInfo={false} />
      <span className="faint">{say.told(told, toTell)}</span>
    </div>
  )
}

function Acts({ release, edit }: { release: ReleaseView; edit: () => void }) {
  const words = useWords()
  const say = words.improvements
  const { message, modal } = App.useApp()
  const complain = useComplain()
  const publish = usePublishRelease()
  const discard = useDiscardRelease()
  const { toTell, can } = release
  const askPublish = () =>
    modal.confirm({
      title: say.publishTitle(release.name),
      content: (
        <>
          <p>{toTell > 0 ? say.publishTells(toTell) : say.publishNobody}</p>
          <p className="faint">{say.publishFinal}</p>
        </>
      ),
      okText: say.publishConfirm(toTell),
      onOk: () =>
        publish.mutateAsync(release.id).then(() => void message.success(say.published), complain),
    })
  const askDiscard = () =>
    modal.confirm({
      title: say.discardConfirm,
      okText: say.discard,
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(release.id).then(() => {}, complain),
    })
  return (
    <div className="release-acts">
      {can.includes('discard') && (
        <Button type="text" onClick={askDiscard}>
          {say.discard}
        </Button>
      )}
      {can.includes('change') && <Button onClick={edit}>{words.shell.edit}</Button>}
      {can.includes('publish') && (
        <Button type="primary" disabled={release.problems.length === 0} onClick={askPublish}>
          {say.publish}
        </Button>
      )}
    </div>
  )
}
