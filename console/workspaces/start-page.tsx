import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { CallError } from '../../contract/client.ts'
import { readSetup, readViewer, type Viewer } from '../../contract/workspaces.ts'
import { call } from '../api.ts'
import { inboxPage } from '../shell/navigation.ts'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { recall } from '../ui/stored.ts'
import { useWords } from '../words/words.tsx'

/** `/console/`: set up, sign in, or go to the workspace one was in last. */
export function StartPage() {
  const words = useWords()
  const { slug } = useParams({ strict: false })
  const start = useQuery({
    queryKey: ['start', slug ?? ''],
    queryFn: () => findStart(slug),
    retry: false,
  })
  if (start.error) return <Failure error={start.error} retry={() => start.refetch()} />
  if (start.data === 'nowhere') {
    return (
      <Empty icon="inbox" title={words.workspaces.none} hint={words.workspaces.noneHint}>
        <Button href="/console/sign-in">{words.shell.signOut}</Button>
      </Empty>
    )
  }
  return null
}

async function findStart(slug: string | undefined): Promise<'leaving' | 'nowhere'> {
  const to = (address: string) => {
    location.replace(address)
    return 'leaving' as const
  }
  if (slug) return to(`/console/w/${slug}/${inboxPage}`)
  const { needed } = await call(readSetup)
  if (needed) return to('/console/setup')
  const viewer = await viewerOf(recall('huiyin.workspace'))
  const workspace = viewer?.workspace.slug
  return workspace ? to(`/console/w/${workspace}/${inboxPage}`) : 'nowhere'
}

/** The viewer in the workspace of last time, else in whichever the server thinks of first. */
async function viewerOf(workspace: string | null): Promise<Viewer | null> {
  const headers = workspace ? { 'x-workspace': workspace } : undefined
  try {
    return await call(readViewer, {}, headers ? { headers } : {})
  } catch (error) {
    const unknown = error instanceof CallError && (error.status === 404 || error.status === 403)
    if (!unknown) throw error
    return workspace ? viewerOf(null) : null
  }
}
