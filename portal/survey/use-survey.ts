/** The survey behind an invitation: opened, answered once, or declined. */
import { useEffect, useState } from 'preact/hooks'
import {
  answerSurvey,
  declineSurvey,
  type InvitedSurvey,
  openSurvey,
} from '../../contract/followups.ts'
import { call } from '../calling.ts'

/** Without a token there is none. */
export function useSurvey(workspace: string, token: string | null) {
  const [survey, setSurvey] = useState<InvitedSurvey | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  const params = { workspace, token: token ?? '' }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    setError(null)
    if (token === null) setSurvey(null)
    else call(openSurvey, { params }).then(setSurvey, setError)
  }, [workspace, token, turn])
  return {
    survey,
    error,
    reload: () => setTurn((now) => now + 1),
    answer: (score: number, comment: string) =>
      call(answerSurvey, { params, body: { score, comment } }).then(setSurvey),
    decline: () => call(declineSurvey, { params, body: {} }).then(setSurvey),
  }
}

export type OpenedSurvey = ReturnType<typeof useSurvey>
