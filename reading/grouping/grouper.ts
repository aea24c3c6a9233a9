import type { Print } from './print.ts'
import { type Neighbour, openWindow } from './window.ts'

/** Where a text was put. */
export interface Placed {
  id: string
  /** Null: nothing here is like it. */
  groupId: string | null
  /** Those most alike when it was placed, best first; empty for others that it drew along. */
  near: Neighbour[]
}

export interface Grouper {
  readonly size: number
  has(id: string): boolean
  groupOf(id: string): string | null
  /** Puts back what was placed before; nothing is decided anew. */
  restore(id: string, print: Print, groupId: string | null): void
  /**
   * Puts a text to those like it. Returns every text whose group changed by that: itself, and texts
   * that stood alone until now.
   */
  place(id: string, print: Print): Placed[]
  /** People said where it belongs; null: to none. */
  move(id: string, groupId: string | null): void
  /** The two are not the same matter: never put together again by likeness. */
  part(one: string, other: string): void
  /** The text is no part of this group. */
  refuse(id: string, groupId: string): void
  forget(id: string): void
}

export interface GrouperOptions {
  /** Ids of new groups. */
  newId: () => string
  /** Texts compared with at most; the oldest are let go. */
  capacity?: number
  strictness?: Strictness
}

/** From which likeness on texts are one matter. */
export interface Strictness {
  /** With one text that stands alone. */
  pair: number
  /** In the mean of the `asked` most alike of a group. */
  group: number
}

export const usualStrictness: Strictness = { pair: 0.34, group: 0.29 }
const usualCapacity = 20_000
const neighboursLookedAt = 40
const mostAsked = 3
const mostTold = 8
/** A group that is there already is preferred to a lone text that is a little more alike. */
const groupsFirst = 0.8
/** Of a large group so many are compared with: its first and its newest. */
const firstKept = 8
const mostCompared = 32

/**
 * Leader clustering: each text joins the group whose members it resembles most, in the mean of the
 * three most alike, or stands alone until another joins it. What people decided is honoured.
 */
export function createGrouper(options: GrouperOptions): Grouper {
  const { newId, capacity = usualCapacity, strictness = usualStrictness } = options
  const window = openWindow(capacity)
  const groups = new Map<string, string[]>()
  const groupOf = new Map<string, string>()
  const parted = new Map<string, Set<string>>()
  const refused = new Map<string, Set<string>>()

  const isApart = (one: string, other: string) => parted.get(one)?.has(other) ?? false
  const mayJoin = (id: string, groupId: string) =>
    !refused.get(id)?.has(groupId) &&
    !(groups.get(groupId) ?? []).some((member) => isApart(id, member))

  function enter(id: string, groupId: string): void {
    const members = groups.get(groupId) ?? []
    groups.set(groupId, members)
    members.push(id)
    groupOf.set(id, groupId)
    if (members.length <= mostCompared) return
    const [gone] = members.splice(firstKept, 1)
    window.remove(gone as string)
    groupOf.delete(gone as string)
  }

  function leave(id: string): void {
    const groupId = groupOf.get(id)
    if (groupId === undefined) return
    groupOf.delete(id)
    const left = (groups.get(groupId) ?? []).filter((member) => member !== id)
    if (left.length > 0) groups.set(groupId, left)
    else groups.delete(groupId)
  }

  function forget(id: string): void {
    leave(id)
    window.remove(id)
    refused.delete(id)
    for (const other of parted.get(id) ?? []) parted.get(other)?.delete(id)
    parted.delete(id)
  }

  function keep(id: string, print: Print): void {
    for (const old of window.add(id, print)) leave(old)
  }

  /** The best place among these neighbours: a group, or a text that stands alone. */
  function bestOf(id: string, neighbours: readonly Neighbour[]) {
    const found = new Map<string, number[]>()
    let alone: Neighbour | null = null
    for (const neighbour of neighbours) {
      const groupId = groupOf.get(neighbour.id)
      if (groupId === undefined) {
        if (alone === null && !isApart(id, neighbour.id)) alone = neighbour
      } else found.set(groupId, [...(found.get(groupId) ?? []), neighbour.likeness])
    }
    let best: { groupId: string; likeness: number } | null = null
    for (const [groupId, likenesses] of found) {
      if (!mayJoin(id, groupId)) continue
      const asked = Math.min(mostAsked, groups.get(groupId)?.length ?? 1)
      const sum = likenesses.slice(0, asked).reduce((total, one) => total + one, 0)
      const likeness = sum / asked
      if (likeness < (asked === 1 ? strictness.pair : strictness.group)) continue
      if (best === null || likeness > best.likeness) best = { groupId, likeness }
    }
    const pair = alone !== null && alone.likeness >= strictness.pair ? alone : null
    return { best, pair }
  }

  function place(id: string, print: Print): Placed[] {
    leave(id)
    keep(id, print)
    const neighbours = window.near(id, neighboursLookedAt)
    const near = neighbours.slice(0, mostTold)
    const { best, pair } = bestOf(id, neighbours)
    if (best !== null && (pair === null || best.likeness >= pair.likeness * groupsFirst)) {
      enter(id, best.groupId)
      return [{ id, groupId: best.groupId, near }, ...gather(best.groupId, neighbours)]
    }
    if (pair === null) return [{ id, groupId: null, near }]
    const groupId = newId()
    enter(pair.id, groupId)
    enter(id, groupId)
    return [
      { id: pair.id, groupId, near: [] },
      { id, groupId, near },
      ...gather(groupId, neighbours),
    ]
  }

  /** Texts that stood alone may be near enough now that the group has one more. */
  function gather(groupId: string, neighbours: readonly Neighbour[]): Placed[] {
    const joined: Placed[] = []
    for (const { id, likeness } of neighbours) {
      if (likeness < strictness.group || groupOf.has(id) || !mayJoin(id, groupId)) continue
      const likenesses = window
        .compare(id, groups.get(groupId) ?? [])
        .map((one) => one.likeness)
        .sort((a, b) => b - a)
        .slice(0, mostAsked)
      if (likenesses.length === 0) continue
      const mean = likenesses.reduce((total, one) => total + one, 0) / likenesses.length
      if (mean < strictness.group) continue
      enter(id, groupId)
      joined.push({ id, groupId, near: [] })
    }
    return joined
  }

  return {
    get size() {
      return window.size
    },
    has: (id) => window.has(id),
    groupOf: (id) => groupOf.get(id) ?? null,
    restore(id, print, groupId) {
      keep(id, print)
      leave(id)
      if (groupId !== null) enter(id, groupId)
    },
    place,
    move(id, groupId) {
      leave(id)
      if (groupId !== null && window.has(id)) enter(id, groupId)
    },
    part(one, other) {
      parted.set(one, (parted.get(one) ?? new Set()).add(other))
      parted.set(other, (parted.get(other) ?? new Set()).add(one))
    },
    refuse(id, groupId) {
      refused.set(id, (refused.get(id) ?? new Set()).add(groupId))
    },
    forget,
  }
}
