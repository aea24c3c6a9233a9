/** Below what a person is writing: problems we know of, answers we have. Nothing when there are none. */
import { useState } from 'preact/hooks'
import type { PortalView } from '../../contract/feedback.ts'
import type { KnownAnswer } from '../../contract/knowledge.ts'
import type { Tray } from '../evidence/tray.ts'
import { useSettings } from '../settings.ts'
import type { Draft } from '../submit/draft.ts'
import { KnownProblemCard } from './known-problem.tsx'
import { LightText } from './light-text.tsx'
import { SimilarCase } from './similar-case.tsx'
import { useKnown } from './use-known.ts'
import { useUses } from './use-uses.ts'

export interface WritingProps {
  portal: PortalView
  workspace: string
  draft: Draft
  tray: Tray
  change: (changes: Partial<Draft>) => void
  /** What was being written needs to be written no more. */
  clear: () => void
}

export function KnownList(props: WritingProps) {
  const { workspace, draft, clear } = props
  const { words } = useSettings()
  const { answers, problems } = useKnown(workspace, draft.text, draft.entry)
  const ids = answers.map(({ id }) => id)
  const { open, solve } = useUses(workspace, ids)
  const count = answers.length + problems.length
  return (
    <>
      <SimilarCase {...props} />
      {count > 0 && (
        <section class="known" aria-label={words.known.title}>
          <p class="hint">{words.known.title}</p>
          {problems.map((problem) => (
            <KnownProblemCard key={problem.id} {...props} problem={problem} />
          ))}
          {answers.map((answer) => (
            <Answer
              key={answer.id}
              answer={answer}
              open={() => open(answer.id)}
              solve={() => solve(answer.id, draft.text)}
              clear={clear}
            />
          ))}
        </section>
      )}
      <p class="unseen" role="status">
        {count > 0 ? words.known.found(count) : ''}
      </p>
    </>
  )
}

interface AnswerProps {
  answer: KnownAnswer
  open: () => void
  solve: () => void
  clear: () => void
}

function Answer({ answer, open, solve, clear }: AnswerProps) {
  const { words } = useSettings()
  const [isSolved, setSolved] = useState(false)
  return (
    <details class="card answer" onToggle={(event) => event.currentTarget.open && open()}>
      <summary>{answer.title}</summary>
      <LightText text={answer.body} />
      <p class="ways" role="status">
        {isSolved ? (
          <>
            <span>{words.known.glad}</span>
            <button type="button" class="small" onClick={clear}>
              {words.known.clear}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="small"
            onClick={() => {
              setSolved(true)
              solve()
            }}
          >
            {words.known.solved}
          </button>
        )}
      </p>
    </details>
  )
}
