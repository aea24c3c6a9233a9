import { Alert, Skeleton } from 'antd'
import type { ChannelView } from '../../contract/channels.ts'
import { PageLink } from '../go.tsx'
import { Copyable } from '../ui/copy.tsx'
import { Failure } from '../ui/failure.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useMay, useViewer } from '../workspaces/viewer.tsx'
import { useChannels } from './queries.ts'

/** Where feedback comes from, and how to connect it. */
export function ChannelsSettings() {
  const words = useWords()
  const say = words.settings.channels
  const found = useChannels()
  return (
    <Page title={words.settings.tabs.channels} hint={say.hint}>
      {found.data && (
        <Alert
          type={found.data.mail ? 'success' : 'warning'}
          showIcon
          title={found.data.mail ? say.mailOn : say.mailOff}
          style={{ marginBottom: 14 }}
        />
      )}
      <div className="card card-list">
        {found.isPending && <Skeleton active className="pad" />}
        {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        {found.data?.items.map((channel) => (
          <ChannelLine key={channel.id} channel={channel} />
        ))}
      </div>
    </Page>
  )
}

function ChannelLine({ channel }: { channel: ChannelView }) {
  const words = useWords()
  const say = words.settings.channels
  const { workspace } = useViewer()
  const mayKeys = useMay('keys.manage')
  const mayImport = useMay('imports.manage')
  const address = `${location.origin}/p/${workspace.slug}`
  return (
    <div className="line line-tall">
      <span className="line-main">
        <span>
          <strong>{channel.name}</strong>{' '}
          <span className={channel.active ? 'tag tag-jade' : 'tag'}>
            {channel.active ? say.active : say.inactive}
          </span>
        </span>
        <span className="line-about">
          <span>{words.labels.channel[channel.kind]}</span>
          <span>{say[channel.kind]}</span>
        </span>
        {channel.kind === 'portal' && <Copyable value={address} />}
      </span>
      <span className="line-acts">
        {channel.kind === 'portal' && (
          <a href={address} target="_blank" rel="noreferrer">
            {words.settings.workspace.open}
          </a>
        )}
        {channel.kind === 'api' && (
          <a href="/api" target="_blank" rel="noreferrer">
            {say.docs}
          </a>
        )}
        {channel.kind === 'api' && mayKeys && (
          <PageLink page="settings/keys">{say.toKeys}</PageLink>
        )}
        {channel.kind === 'import' && mayImport && (
          <PageLink page="imports">{say.toImports}</PageLink>
        )}
      </span>
    </div>
  )
}
