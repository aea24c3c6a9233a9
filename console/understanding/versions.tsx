import { App, Button } from 'antd'
import { useState } from 'react'
import type { Quality, VersionView } from '../../contract/quality.ts'
import { useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useViewer, useZone } from '../workspaces/viewer.tsx'
import { Comparison } from './comparison.tsx'
import { useChooseVersion, useReleaseVersion } from './queries.ts'

/** What the nights have made of corrections; a person may go back to any of them. */
export function Versions({ quality }: { quality: Quality }) {
  const words = useWords()
  const { quality: say } = words
  const [comparing, compare] = useState<number | null>(null)
  const { permissions } = useViewer()
  const mayChoose = permissions.includes('readings.manage')
  const used = quality.versions.find(({ inUse }) => inUse)?.version ?? 0
  return (
    <section className="card">
      <h2>{say.versions}</h2>
      <p className="faint">{say.versionsHint}</p>
      {quality.held && <Held quality={quality} mayRelease={mayChoose} />}
      <ul className="quality-versions">
        {quality.versions.map((one) => (
          <li key={one.version}>
            <Version one={one} lessonsSince={quality.lessonsSince} />
            <span className="quality-acts">
              {one.version !== used && (
                <Button size="small" onClick={() => compare(one.version)}>
                  {say.compare}
                </Button>
              )}
              {mayChoose && !one.inUse && !one.outdated && <Choose version={one.version} />}
            </span>
          </li>
        ))}
      </ul>
      {comparing !== null && comparing !== used && (
        <Comparison
          versions={quality.versions}
          one={used}
          other={comparing}
          close={() => compare(null)}
        />
      )}
    </section>
  )
}

function Version({ one, lessonsSince }: { one: VersionView; lessonsSince: number }) {
  const words = useWords()
  const { quality: say } = words
  const zone = useZone()
  const now = useNow(60_000)
  return (
    <span className="quality-version">
      <span>
        <strong>{one.version === 0 ? say.shipped : say.version(one.version)}</strong>{' '}
        {one.inUse && <span className="tag">{say.inUse}</span>}
        {!one.promoted && <span className="tag">{say.notPromoted}</span>}
        {one.outdated && <span className="tag">{say.outdated}</span>}
      </span>
      {one.madeAt && (
        <span className="faint">
          {moment(one.madeAt, now, zone, words.time)} · {say.learned(one.lessons)}
        </span>
      )}
      {one.tried.length > 0 && (
        <span className="faint">
          {one.tried
            .map(({ part, right, rightBefore, texts }) =>
              say.tried(words.reading.parts[part], right, rightBefore, texts),
            )
            .join(words.cases.semicolon)}
        </span>
      )}
      {one.inUse && lessonsSince > 0 && <span className="faint">{say.since(lessonsSince)}</span>}
    </span>
  )
}

function Held({ quality, mayRelease }: { quality: Quality; mayRelease: boolean }) {
  const words = useWords()
  const { quality: say } = words
  const zone = useZone()
  const now = useNow(60_000)
  const complain = useComplain()
  const { message } = App.useApp()
  const release = useReleaseVersion()
  const when = quality.changedAt ? moment(quality.changedAt, now, zone, words.time) : ''
  return (
    <p className="quality-held">
      {say.held(quality.changedBy ?? words.cases.bySystem, when)}{' '}
      {mayRelease && (
        <Button
          size="small"
          loading={release.isPending}
          onClick={() =>
            release.mutate(undefined, {
              onError: complain,
              onSuccess: () => void message.success(say.released),
            })
          }
        >
          {say.release}
        </Button>
      )}
    </p>
  )
}

function Choose({ version }: { version: number }) {
  const { quality: say } = useWords()
  const complain = useComplain()
  const { message, modal } = App.useApp()
  const choose = useChooseVersion()
  const name = version === 0 ? say.shipped : say.version(version)
  return (
    <Button
      size="small"
      loading={choose.isPending}
      onClick={() =>
        modal.confirm({
          title: say.chooseTitle(name),
          content: say.chooseHint,
          okText: say.choose,
          onOk: () =>
            choose.mutateAsync(version).then(() => void message.success(say.chosen), complain),
        })
      }
    >
      {say.choose}
    </Button>
  )
}
