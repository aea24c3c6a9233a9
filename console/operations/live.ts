import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { LiveChange } from '../../contract/operations.ts'
import { linkTo } from '../api.ts'
import { caseKeys } from '../cases/queries.ts'
import { refreshCases } from '../cases/refresh.ts'

/** Changes that come together are answered together. */
const gatherMs = 500
const retryMs = [1000, 2000, 5000, 10_000, 20_000]
/** A line that is back this soon was never worth a word. */
const quietMs = 2500

/** First part of an event type → the queries it makes old. Cases have their own way. */
const stale: Record<string, string[]> = {
  workspace: ['viewer', 'settings'],
  settings: [
    'viewer',
    'settings',
    'categories',
    'templates',
    'teams',
    'calendar',
    'survey',
    'invitations',
    'radar',
  ],
  member: ['viewer', 'members', 'teams', 'invitations'],
  key: ['keys'],
  import: ['imports'],
  alert: ['radar'],
  radar: ['radar'],
  webhook: ['webhooks'],
  problem: ['problems'],
  release: ['releases', 'problems'],
  sample: ['sample', 'viewer'],
}
const aboutCases = /^(case|message|survey|feedback)\./

/** Keeps what is on screen true. Answers whether the line is lost. */
export function useLive(): boolean {
  const queries = useQueryClient()
  const [lost, setLost] = useState(false)
  useEffect(() => listen(queries, setLost), [queries])
  return lost
}

/** Returns how to stop. */
export function listen(queries: QueryClient, setLost: (lost: boolean) => void): () => void {
  let source: EventSource | undefined
  let attempt = 0
  let wasOpen = false
  let wasLost = false
  let gathered: LiveChange = { types: [], caseIds: [] }
  const timers: Record<string, ReturnType<typeof setTimeout> | undefined> = {}

  const apply = () => {
    timers.gather = undefined
    const change = gathered
    gathered = { types: [], caseIds: [] }
    refresh(queries, change)
  }
  const opened = () => {
    attempt = 0
    clearTimeout(timers.quiet)
    timers.quiet = undefined
    // Nobody knows what was missed, however short the gap.
    if (wasOpen || wasLost) queries.invalidateQueries()
    wasOpen = true
    if (!wasLost) return
    wasLost = false
    setLost(false)
  }
  const failed = () => {
    source?.close()
    timers.quiet ??= setTimeout(() => {
      wasLost = true
      setLost(true)
    }, quietMs)
    timers.retry = setTimeout(connect, retryMs[Math.min(attempt, retryMs.length - 1)])
    attempt += 1
  }
  const connect = () => {
    source = new EventSource(linkTo('/api/v1/live'))
    source.addEventListener('hello', opened)
    source.addEventListener('change', (event) => {
      const change = LiveChange.safeParse(JSON.parse(event.data))
      if (!change.success) return
      gathered.types.push(...change.data.types)
      gathered.caseIds.push(...change.data.caseIds)
      timers.gather ??= setTimeout(apply, gatherMs)
    })
    source.onerror = failed
  }
  connect()
  return () => {
    source?.close()
    for (const timer of Object.values(timers)) clearTimeout(timer)
  }
}

function refresh(queries: QueryClient, change: LiveChange): void {
  const names = new Set(change.types.flatMap((type) => stale[type.split('.')[0] ?? ''] ?? []))
  if (change.types.some((type) => type === 'case.linked' || type === 'case.told')) {
    names.add('problems').add('releases')
  }
  for (const name of names) queries.invalidateQueries({ queryKey: [name] })
  if (!change.types.some((type) => aboutCases.test(type) || type.startsWith('import.'))) return
  queries.invalidateQueries({ queryKey: caseKeys.counts })
  queries.invalidateQueries({ queryKey: ['dashboard'], refetchType: 'none' })
  refreshCases(queries, [...new Set(change.caseIds)])
}
