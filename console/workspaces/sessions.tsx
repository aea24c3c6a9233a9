import { useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { account } from './account.ts'
import { offline, refusal } from './account-refusal.ts'
import { deviceOf } from './device.ts'
import { useZone } from './viewer.tsx'

/** Where this account is signed in, each to be signed out. */
export function Sessions() {
  const words = useWords()
  const say = words.settings.security
  const zone = useZone()
  const now = useNow(60_000)
  const { message } = App.useApp()
  const found = useQuery({ queryKey: ['sessions'], queryFn: readSessions })
  const end = async (
    ending: Promise<{ error: { status: number; code?: string | undefined } | null }>,
  ) => {
    const { error } = await ending.catch(offline)
    if (error) message.error(refusal(error, words))
    else message.success(say.revoked)
    found.refetch()
  }
  return (
    <div className="card card-list">
      <div className="pad-head pad-acts">
        <h2>{say.sessions}</h2>
        {(found.data?.length ?? 0) > 1 && (
          <Button type="text" size="small" onClick={() => end(account.revokeOtherSessions())}>
            {say.revokeOthers}
          </Button>
        )}
      </div>
      {found.isPending && <Skeleton active className="pad" />}
      {found.data?.map(({ token, userAgent, ipAddress, updatedAt, here }) => (
        <div key={token} className="line">
          <span className="line-main">
            <span>
              <strong>{deviceOf(userAgent) || say.unknownDevice}</strong>{' '}
              {here && <span className="tag tag-jade">{say.here}</span>}
            </span>
            <span className="line-about">
              <span>{ipAddress}</span>
              <span>
                {say.seen(moment(new Date(updatedAt).toISOString(), now, zone, words.time))}
              </span>
            </span>
          </span>
          {!here && (
            <Button type="text" onClick={() => end(account.revokeSession({ token }))}>
              {say.revoke}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}

async function readSessions() {
  const [all, mine] = await Promise.all([account.listSessions(), account.getSession()])
  const token = mine.data?.session.token
  return (all.data ?? []).map((session) => ({ ...session, here: session.token === token }))
}
