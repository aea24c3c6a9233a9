import { useQuery } from '@tanstack/react-query'
import { listDeadJobs, replayDeadJob } from '../../contract/operations.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

export function useDeadJobs() {
  return useQuery({
    queryKey: ['dead-jobs'],
    queryFn: () => call(listDeadJobs),
    select: ({ items }) => items,
    refetchInterval: 30_000,
  })
}

export const useReplayDeadJob = () =>
  useChange(['dead-jobs'], (jobId: string) => call(replayDeadJob, { params: { jobId }, body: {} }))
