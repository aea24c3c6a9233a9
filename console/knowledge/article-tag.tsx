import type { ArticleState } from '../../contract/knowledge.ts'
import { useWords } from '../words/words.tsx'

export function ArticleTag({ state }: { state: ArticleState }) {
  const words = useWords()
  return (
    <span className={state === 'published' ? 'tag tag-jade' : 'tag'}>
      {words.knowledge.states[state]}
    </span>
  )
}
