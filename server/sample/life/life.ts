/**
 * One case as it goes through time. Each step is taken by the rules that real cases go by, leaves
 * the rows a real one would leave, and is not taken when its time has not come yet.
 */

import type { EventData, EventType } from '../../../contract/events.ts'
import { type Notice, noticeText, type procedure, textRow } from '../../cases/index.ts'
import type { Said } from './said.ts'
import type { World } from './world.ts'

export type Row = Record<string, unknown>
export type Who = {
  kind: 'member' | 'customer' | 'key' | 'system' | 'public'
  id: string | null
  name: string | null
}

export const bySystem: Who = { kind: 'system', id: null, name: null }
export const byPublic: Who = { kind: 'public', id: null, name: null }
export const byMember = ({ id, name }: { id: string; name: string }): Who => ({
  kind: 'member',
  id,
  name,
})

export interface Life {
  world: World
  said: Said
  /** The row of the case as it stands. */
  row: procedure.Standing & { id: string; version: number } & Row
  assignee: { id: string } | null
  /** The last thing that happened. */
  clock: number
  /** Ids grow with it. */
  lastMs: number
  /** It would have gone on after now. */
  stopped: boolean
  /** What will happen by itself, or by someone who is not asked. */
  pending: { at: number; happen: () => void }[]
  words: string[]
  messages: Row[]
  events: Row[]
  deliveries: Row[]
  invitations: Row[]
  answers: number
  reopenings: number
}

/** Moves time on to a step; false when that is still to come. What was due before happens first. */
export function reach(life: Life, at: number): boolean {
  if (life.stopped) return false
  const step = Math.max(at, life.clock + 1000)
  happenUntil(life, Math.min(step, life.world.now))
  if (step > life.world.now) {
    life.stopped = true
    return false
  }
  life.clock = Math.max(step, life.clock)
  return true
}

/** Up to now nothing more was done; what happens by itself does. */
export function finish(life: Life): void {
  happenUntil(life, life.world.now)
  life.stopped = true
}

export function later(life: Life, at: number, happen: () => void): void {
  life.pending.push({ at, happen })
}

function happenUntil(life: Life, until: number): void {
  for (;;) {
    const next = life.pending.reduce<(typeof life.pending)[number] | null>(
      (first, one) => (one.at <= until && (first === null || one.at < first.at) ? one : first),
      null,
    )
    if (next === null) return
    life.pending.splice(life.pending.indexOf(next), 1)
    life.clock = Math.max(life.clock, next.at)
    next.happen()
  }
}

export function change(life: Life, changes: Row): void {
  Object.assign(life.row, changes, { version: life.row.version + 1 })
}

export function state<T extends EventType>(life: Life, type: T, data: EventData<T>, by: Who): void {
  const id = nextId(life)
  const caseId = 'caseId' in data ? data.caseId : null
  life.events.push({ id, type, case_id: caseId, data, actor: by, at: new Date(life.clock) })
}

export interface Spoken {
  direction: 'in' | 'out' | 'note' | 'notice'
  text: string
  memberId?: string
  notice?: Notice
}

/** Says something in the case; what is for the customer leaves. Returns the message's id. */
export function speak(life: Life, { direction, text, memberId, notice }: Spoken): string {
  const id = nextId(life)
  const at = new Date(life.clock)
  life.messages.push({
    id,
    case_id: life.row.id,
    direction,
    member_id: memberId ?? null,
    text,
    notice: notice ?? null,
    at,
  })
  if (direction === 'in' || direction === 'out') life.words.push(text)
  if (direction === 'out' || direction === 'notice')
    life.deliveries.push({
      id: life.world.dice.id(life.clock + 400),
      what: 'message',
      about_id: id,
      case_id: life.row.id,
      customer_id: life.row.customer_id,
      by: 'track_page',
      state: 'sent',
      attempts: 0,
      interruptions: 0,
      at: new Date(Math.min(life.clock + 400, life.world.now)),
    })
  return id
}

export function tell(life: Life, notice: Notice): string {
  const { settings, locale } = life.world
  const language = notice.name === 'received' ? (life.said.person.author.locale ?? locale) : locale
  return speak(life, {
    direction: 'notice',
    notice,
    text: noticeText(notice, language, settings.timeZone),
  })
}

/** The row of case_texts: all that customer and team said. */
export function textOf(life: Life): { case_id: string; text: string; terms: string } {
  return { case_id: life.row.id, ...textRow(life.words, life.said.saidAt) }
}

function nextId(life: Life): string {
  life.lastMs = Math.max(life.clock, life.lastMs + 1)
  return life.world.dice.id(life.lastMs)
}
