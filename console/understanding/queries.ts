import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  chooseVersion,
  compareVersions,
  readQuality,
  releaseVersion,
} from '../../contract/quality.ts'
import { call } from '../api.ts'

const key = ['reading-quality'] as const

export function useQuality() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(readQuality, {}, { signal }),
    refetchInterval: 60_000,
  })
}

export function useComparison(one: number, other: number) {
  return useQuery({
    queryKey: [...key, one, other],
    queryFn: ({ signal }) => call(compareVersions, { query: { one, other } }, { signal }),
  })
}

export function useChooseVersion() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) => call(chooseVersion, { body: { version } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useReleaseVersion() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(releaseVersion, { body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}
