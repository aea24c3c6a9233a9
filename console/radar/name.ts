/** What alerts speak of, in words. */
import type { AlertView, Watched } from '../../contract/radar.ts'
import { useChannels } from '../channels/queries.ts'
import { useName, useWords } from '../words/words.tsx'

export function useWatchedName(): (watched: Watched) => string {
  const words = useWords()
  const name = useName()
  const topics: Record<string, string> = words.labels.topic
  return ({ by, key, name: named, nameEn }) => {
    if (by === 'topic') return topics[key ?? ''] ?? key ?? ''
    if (by === 'all') return words.radar.everything
    return named === null ? words.radar.gone : name({ name: named, nameEn })
  }
}

/** `3.2.1 · Android`; a channel by its name. */
export function useTraitNames(): (traits: NonNullable<AlertView['cause']>['traits']) => string {
  const channels = useChannels().data?.items ?? []
  return (traits) =>
    traits
      .map(({ name, value }) =>
        name === 'channel' ? (channels.find(({ id }) => id === value)?.name ?? value) : value,
      )
      .join(' · ')
}

/** 5, 2.4 or 0.03: what is usual is seldom whole. */
export function usual(value: number): string {
  if (value < 1) return String(Number(value.toPrecision(1)))
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(1)))
}

export function money(cents: number): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(cents / 100)
}

/** `1 小时内`. */
export function windowName(names: Record<number, string>, minutes: number): string {
  return names[minutes] ?? ''
}
