import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readDashboard } from '../../contract/insights.ts'
import { call } from '../api.ts'
import type { Range } from './range.ts'

export function useDashboard(range: Range, channel: string | undefined) {
  return useQuery({
    queryKey: ['dashboard', range, channel ?? ''],
    queryFn: ({ signal }) =>
      call(readDashboard, { query: { ...range, ...(channel ? { channel } : {}) } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
}
