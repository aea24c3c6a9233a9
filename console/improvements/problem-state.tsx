import type { ProblemState } from '../../contract/improvements.ts'
import { useWords } from '../words/words.tsx'

const tones: Record<ProblemState, string> = {
  open: 'tag tag-warn',
  fixing: 'tag tag-jade',
  fixed: 'tag',
  dropped: 'tag',
}

export function ProblemTag({ state }: { state: ProblemState }) {
  const words = useWords()
  return <span className={tones[state]}>{words.labels.problemState[state]}</span>
}
