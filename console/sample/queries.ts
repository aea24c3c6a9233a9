import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { loadSample, readSample, removeSample } from '../../contract/sample.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

const watchMs = 1500

/** How the sample workspace stands; watched while it is being made or removed. */
export function useSample() {
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['sample'],
    queryFn: () => call(readSample),
    refetchInterval: ({ state }) =>
      state.data?.state === 'loading' || state.data?.state === 'removing' ? watchMs : false,
  })
  const state = found.data?.state
  useEffect(() => {
    // The list of workspaces has one more, or one less.
    if (state === 'ready' || state === 'absent') queries.invalidateQueries({ queryKey: ['viewer'] })
  }, [state, queries])
  return found
}

export const useLoadSample = () => useChange(['sample'], () => call(loadSample))
export const useRemoveSample = () => useChange(['sample'], () => call(removeSample))
