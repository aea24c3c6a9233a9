import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type AssistantSettings,
  changeAssistant,
  readAssistant,
  tryAssistant,
} from '../../contract/assistant.ts'
import { draftAnswer, summariseCase, translateWords } from '../../contract/case-assistance.ts'
import type { Locale } from '../../contract/values.ts'
import { call } from '../api.ts'
import { caseKeys } from '../cases/queries.ts'
import { useComplain } from '../ui/failure.tsx'
import { useChange } from '../workspaces/queries.ts'

export function useAssistant() {
  return useQuery({ queryKey: ['assistant'], queryFn: () => call(readAssistant) })
}

export const useChangeAssistant = () =>
  useChange(['assistant'], (body: Partial<AssistantSettings>) => call(changeAssistant, { body }))

export const useTryAssistant = () =>
  useChange(['assistant'], () => call(tryAssistant, { body: {} }))

export type Wish =
  | { use: 'summaries' | 'drafts' }
  | { use: 'translations'; aboutId: string; locale: Locale }

/** Asks for a text in a case; it stands in the case as waiting, and is there some seconds later. */
export function useAskFor(caseId: string) {
  const queries = useQueryClient()
  const complain = useComplain()
  return useMutation({
    mutationFn: (wish: Wish) => {
      const params = { caseId }
      if (wish.use === 'translations') {
        const { aboutId, locale } = wish
        return call(translateWords, { params, body: { aboutId, locale } })
      }
      return call(wish.use === 'drafts' ? draftAnswer : summariseCase, { params, body: {} })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKeys.case(caseId) }),
    onError: complain,
  })
}
