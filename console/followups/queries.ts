import { useQuery } from '@tanstack/react-query'
import type { CallOf } from '../../contract/endpoint.ts'
import { changeSurvey, readSurvey } from '../../contract/followups.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

export function useSurvey() {
  return useQuery({ queryKey: ['survey'], queryFn: () => call(readSurvey) })
}

export const useChangeSurvey = () =>
  useChange(['survey'], (body: CallOf<typeof changeSurvey>['body']) => call(changeSurvey, { body }))
