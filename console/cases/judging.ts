/** What members say of a reading. Every change answers with the case as it now is. */
import { useMutation } from '@tanstack/react-query'
import { confirmReading, correctReading, takeBackJudgement } from '../../contract/case-work.ts'
import type { Correction, Part } from '../../contract/understanding.ts'
import { call } from '../api.ts'
import { useAcceptCase } from './changes.ts'

export function useJudging(caseId: string) {
  const accept = useAcceptCase()
  const params = { caseId }
  const correct = useMutation({
    mutationFn: (body: Correction) => call(correctReading, { params, body }),
    onSuccess: accept,
  })
  const confirm = useMutation({
    mutationFn: () => call(confirmReading, { params, body: {} }),
    onSuccess: accept,
  })
  const takeBack = useMutation({
    mutationFn: (parts: Part[]) => call(takeBackJudgement, { params, body: { parts } }),
    onSuccess: accept,
  })
  return { correct, confirm, takeBack }
}
