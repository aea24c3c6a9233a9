import { Button } from 'antd'
import { useWords } from '../words/words.tsx'

/** Fetches the next page of a list, where there is one. */
export function MoreButton({
  found,
}: {
  found: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) {
  const words = useWords()
  if (!found.hasNextPage) return null
  return (
    <Button
      block
      type="text"
      loading={found.isFetchingNextPage}
      onClick={() => found.fetchNextPage()}
    >
      {words.shell.more}
    </Button>
  )
}
