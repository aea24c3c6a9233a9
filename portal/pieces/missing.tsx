/** Pages for addresses that lead nowhere and for servers that do not answer: what to do now. */
import { isNetwork } from '../calling.ts'
import { follow } from '../navigation.ts'
import { minePath, submitPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { sentenceFor } from '../words/words.ts'
import { PageTitle } from './page-title.tsx'

/** Without a workspace nothing can be offered but an explanation. */
export function MissingPage({ workspace }: { workspace?: string }) {
  const { words } = useSettings()
  if (!workspace) {
    return (
      <div class="lone">
        <PageTitle>{words.missing.workspace}</PageTitle>
        <p>{words.missing.workspaceWhy}</p>
      </div>
    )
  }
  return (
    <div class="lone">
      <PageTitle>{words.missing.page}</PageTitle>
      <p>{words.missing.pageWhy}</p>
      <p class="ways">
        <a class="button" href={submitPath(workspace)} onClick={follow}>
          {words.home}
        </a>
        <a class="button" href={minePath(workspace)} onClick={follow}>
          {words.mine}
        </a>
      </p>
    </div>
  )
}

export function TroublePage({ error, retry }: { error: unknown; retry: () => void }) {
  const { words, locale } = useSettings()
  const isOffline = isNetwork(error)
  return (
    <div class="lone" role="alert">
      <PageTitle>{isOffline ? words.missing.network : words.missing.trouble}</PageTitle>
      <p>{isOffline ? words.missing.networkWhy : sentenceFor(error, locale)}</p>
      <p class="ways">
        <button type="button" class="button" onClick={retry}>
          {words.retry}
        </button>
      </p>
    </div>
  )
}
