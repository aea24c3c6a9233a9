/** Spikes that the same cases make are one matter: which series speaks for it. Pure. */
import type { Spike } from './find-spikes.ts'

/** A spike with the cases that make it. */
export interface SpikeCases {
  spike: Spike
  caseIds: ReadonlySet<string>
}

export interface Matter {
  /** The series that speaks for it, without its slice. */
  watched: string
  spike: Spike
  caseIds: Set<string>
  /** Every series that shows it; everything together only where nothing more particular does. */
  series: string[]
  /** The other series in which it shows. */
  also: string[]
}

/** So much of the smaller lies in the larger: they are one matter. */
const sameShare = 0.5
/** The more particular speaks, as long as it covers most of what stands out. */
const covering = 0.6
const particular = ['problem', 'group', 'category', 'topic', 'all']

export function gatherSpikes(spikes: readonly SpikeCases[]): Matter[] {
  const matters: SpikeCases[][] = []
  for (const one of spikes) {
    const known = matters.find((matter) =>
      matter.some(({ caseIds }) => overlap(one.caseIds, caseIds) >= sameShare),
    )
    if (known) known.push(one)
    else matters.push([one])
  }
  return matters.map(speakerOf)
}

/** Of the smaller of two sets of cases, the share that lies in the other. 0–1. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  if (small.size === 0) return 0
  let both = 0
  for (const id of small) if (large.has(id)) both += 1
  return both / small.size
}

function speakerOf(matter: SpikeCases[]): Matter {
  const surest = matter[0] as SpikeCases
  const most = Math.max(...matter.map(({ caseIds }) => caseIds.size))
  const speaking = matter
    .filter(({ spike, caseIds }) => spike === surest.spike || caseIds.size >= covering * most)
    .sort((a, b) => rank(a) - rank(b) || b.caseIds.size - a.caseIds.size)[0] as SpikeCases
  const particularly = matter.filter(({ spike }) => spike.watched !== 'all')
  const showing = particularly.length > 0 ? particularly : matter
  const { watched } = speaking.spike
  const names = matter.map(({ spike }) => spike.watched)
  const shortest = Math.min(...matter.map(({ spike }) => spike.shortest)) as Spike['shortest']
  return {
    watched,
    spike: { ...speaking.spike, shortest },
    caseIds: new Set(showing.flatMap(({ caseIds }) => [...caseIds])),
    series: showing.map(({ spike }) => spike.series),
    also: [...new Set(names)].filter((name) => name !== watched),
  }
}

/** What names the matter best, whole series before their slices. */
function rank({ spike }: SpikeCases): number {
  const kind = particular.indexOf(spike.watched.split(':')[0] ?? '')
  return kind * 2 + (spike.series === spike.watched ? 0 : 1)
}
