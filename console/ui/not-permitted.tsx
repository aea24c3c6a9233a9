import { useWords } from '../words/words.tsx'
import { Empty } from './empty.tsx'
import { PageButton } from './page-button.tsx'

/** In the place of a page that is not for this member. */
export function NotPermitted() {
  const words = useWords()
  return (
    <Empty icon="person" title={words.shell.notPermitted} hint={words.errors.sentences.forbidden}>
      <PageButton page="inbox">{words.shell.toInbox}</PageButton>
    </Empty>
  )
}
