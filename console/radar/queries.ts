import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CallOf } from '../../contract/endpoint.ts'
import {
  type AlertAct,
  acknowledgeAlert,
  changeRadarSettings,
  countAlerts,
  dismissAlert,
  forgetLift,
  linkAlert,
  listAlerts,
  readRadar,
  readRadarSettings,
  restoreAlert,
  showAlert,
  snoozeAlert,
  wantAlertMails,
} from '../../contract/radar.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

/** The radar looks every five minutes; the live line tells sooner. */
const calmMs = 60_000

export function useRadar() {
  return useQuery({
    queryKey: ['radar', 'now'],
    queryFn: () => call(readRadar),
    refetchInterval: calmMs,
  })
}

/** Alerts nobody has looked at: the number in the rail. */
export function useRaisedCount(): number {
  const found = useQuery({
    queryKey: ['radar', 'count'],
    queryFn: () => call(countAlerts),
    refetchInterval: calmMs,
  })
  return found.data?.raised ?? 0
}

export function usePastAlerts() {
  return useInfiniteQuery({
    queryKey: ['radar', 'past'],
    queryFn: ({ pageParam }) =>
      call(listAlerts, {
        query: { state: 'past', limit: 10, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  })
}

export function useAlert(alertId: string | undefined) {
  return useQuery({
    queryKey: ['radar', 'alert', alertId],
    queryFn: () => call(showAlert, { params: { alertId: alertId ?? '' } }),
    enabled: alertId !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: calmMs,
  })
}

export type Decision =
  | { act: Extract<AlertAct, 'acknowledge' | 'dismiss' | 'restore'> }
  | { act: 'snooze'; until: 'hour' | 'day' | 'monday' }

export const useDecide = () =>
  useChange(['radar'], ({ alertId, ...decision }: { alertId: string } & Decision) => {
    const params = { alertId }
    switch (decision.act) {
      case 'acknowledge':
        return call(acknowledgeAlert, { params, body: {} })
      case 'dismiss':
        return call(dismissAlert, { params, body: {} })
      case 'restore':
        return call(restoreAlert, { params, body: {} })
      case 'snooze':
        return call(snoozeAlert, { params, body: { until: decision.until } })
    }
  })

export const useLinkAlert = () =>
  useChange(['radar'], (input: CallOf<typeof linkAlert>) => call(linkAlert, input))

export const useForgetLift = () =>
  useChange(['radar'], (series: string) => call(forgetLift, { params: { series } }))

export function useRadarSettings() {
  return useQuery({ queryKey: ['radar', 'settings'], queryFn: () => call(readRadarSettings) })
}

export const useChangeRadarSettings = () =>
  useChange(['radar'], (body: CallOf<typeof changeRadarSettings>['body']) =>
    call(changeRadarSettings, { body }),
  )

export const useWantMails = () =>
  useChange(['radar'], (wanted: boolean) => call(wantAlertMails, { body: { wanted } }))
