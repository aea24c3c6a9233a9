/** What people do with a case, each as the product does it: the rule, the row, the fact. */
import type { Resolution } from '../../../contract/cases.ts'
import { type NewCase, procedure, raised } from '../../cases/index.ts'
import type { Handler } from '../members.ts'
import { hourMs, minuteMs } from './clock.ts'
import {
  byMember,
  byPublic,
  bySystem,
  change,
  type Life,
  later,
  reach,
  speak,
  state,
  tell,
  type Who,
} from './life.ts'
import type { Said } from './said.ts'
import { replyText } from './talk.ts'
import type { Problem, World } from './world.ts'

export function open(world: World, said: Said, row: NewCase, by: Who): Life {
  const { text: _text, terms: _terms, ...columns } = row
  const at = said.receivedAt.getTime()
  const life: Life = {
    world,
    said,
    row: {
      ...columns,
      feedback_id: row.id,
      priority_decided: false,
      assignee_id: null,
      problem_id: null,
      problem_number: null,
      problem_title: null,
      urges: 0,
      urged_at: null,
      active_at: said.saidAt,
      last_in_id: null,
      first_reply_at: null,
      confirmed: null,
      confirmed_at: null,
      score: null,
      score_comment: null,
      scored_at: null,
      survey_token: null,
      survey_until: null,
      version: 1,
    },
    assignee: null,
    clock: at,
    lastMs: at,
    stopped: false,
    pending: [],
    words: [said.words, said.author.name ?? ''],
    messages: [],
    events: [],
    deliveries: [],
    invitations: [],
    answers: 0,
    reopenings: 0,
  }
  const caseId = row.id
  state(life, 'feedback.received', { feedbackId: caseId }, by)
  state(life, 'feedback.read', { feedbackId: caseId }, bySystem)
  state(life, 'case.opened', { caseId, feedbackId: caseId }, bySystem)
  if (said.history) return life
  if (said.channelKind !== 'import')
    state(
      life,
      'case.notified',
      {
        caseId,
        messageId: tell(life, {
          name: 'received',
          values: { number: said.number, promisedAt: said.promisedAt.toISOString() },
        }),
      },
      bySystem,
    )
  later(life, said.promisedAt.getTime() + world.dice.between(1, 55) * 1000, () => overdue(life))
  return life
}

function overdue(life: Life): void {
  if (life.row.promise !== 'running') return
  change(life, { promise: 'broken' })
  state(life, 'case.overdue', { caseId: life.row.id }, bySystem)
}

export interface Colleague {
  id: string
  name: string
}

export function assign(life: Life, at: number, to: Colleague, by: Colleague = to): void {
  if (life.assignee?.id === to.id || !reach(life, at)) return
  change(life, { assignee_id: to.id, active_at: new Date(life.clock) })
  life.assignee = to
  state(
    life,
    'case.assigned',
    { caseId: life.row.id, teamId: life.row.team_id as string | null, assigneeId: to.id },
    byMember(by),
  )
}

export function note(life: Life, at: number, by: Handler, text: string): void {
  if (!reach(life, at)) return
  const messageId = speak(life, { direction: 'note', text, memberId: by.id })
  state(life, 'case.noted', { caseId: life.row.id, messageId }, byMember(by))
}

export function answer(life: Life, at: number, by: Handler, text: string): boolean {
  if (!reach(life, at) || life.row.state === 'closed') return false
  change(life, procedure.answer(life.row, new Date(life.clock)))
  const messageId = speak(life, { direction: 'out', text, memberId: by.id })
  state(life, 'case.answered', { caseId: life.row.id, messageId }, byMember(by))
  life.answers += 1
  return true
}

/** The customer says more. */
export function add(life: Life, at: number, line: string): boolean {
  if (!reach(life, at) || procedure.isWithdrawn(life.row)) return false
  const wasClosed = life.row.state === 'closed'
  const messageId = customerSpeaks(life, line)
  change(life, { ...procedure.add(life.row, new Date(life.clock)), last_in_id: messageId })
  state(life, 'case.added', { caseId: life.row.id, messageId }, byCustomer(life))
  if (wasClosed) reopened(life, 'customer')
  return true
}

export function urge(life: Life, at: number): boolean {
  if (!reach(life, at) || life.row.state === 'closed') return false
  const again = procedure.urgeAgainAt(life.row)
  if (again !== null && again.getTime() > life.clock) return false
  const before = life.row.priority
  change(life, procedure.urge(life.row, new Date(life.clock)))
  state(life, 'case.urged', { caseId: life.row.id }, byCustomer(life))
  if (life.row.priority !== before)
    state(
      life,
      'case.prioritised',
      { caseId: life.row.id, priority: life.row.priority },
      byCustomer(life),
    )
  return true
}

export function withdraw(life: Life, at: number, why: string): void {
  if (!reach(life, at) || life.row.state === 'closed') return
  const messageId = why === '' ? null : customerSpeaks(life, why)
  change(life, {
    ...procedure.withdraw(life.row, new Date(life.clock)),
    ...(messageId === null ? {} : { last_in_id: messageId }),
  })
  state(life, 'case.closed', { caseId: life.row.id, resolution: 'withdrawn' }, byCustomer(life))
}

export function close(
  life: Life,
  at: number,
  by: Handler,
  resolution: Exclude<Resolution, 'withdrawn'>,
): boolean {
  if (!reach(life, at) || life.row.state === 'closed') return false
  change(life, procedure.close(life.row, resolution, new Date(life.clock)))
  state(life, 'case.closed', { caseId: life.row.id, resolution }, byMember(by))
  const messageId = tell(life, { name: 'closed', values: { resolution } })
  state(life, 'case.notified', { caseId: life.row.id, messageId }, byMember(by))
  return true
}

export function confirm(life: Life, at: number): void {
  if (!reach(life, at) || !procedure.awaitsVerdict(life.row)) return
  const wasOpen = life.row.state !== 'closed'
  change(life, procedure.confirm(life.row, new Date(life.clock)))
  state(life, 'case.confirmed', { caseId: life.row.id, messageId: null }, byCustomer(life))
  if (wasOpen)
    state(life, 'case.closed', { caseId: life.row.id, resolution: 'solved' }, byCustomer(life))
}

/** Not solved: it goes on. */
export function reject(life: Life, at: number, line: string): boolean {
  if (!reach(life, at) || !procedure.awaitsVerdict(life.row)) return false
  const wasClosed = life.row.state === 'closed'
  const changes = procedure.reject(life.row, new Date(life.clock))
  const messageId = customerSpeaks(life, line)
  change(life, { ...changes, last_in_id: messageId })
  state(life, 'case.rejected', { caseId: life.row.id, messageId }, byCustomer(life))
  if (wasClosed) reopened(life, 'customer')
  return true
}

export function reopenForLowScore(life: Life): void {
  if (life.row.state !== 'closed') return
  const before = life.row.priority
  change(life, { ...procedure.reopen(life.row, new Date(life.clock)), priority: raised(before) })
  reopened(life, 'low_score')
  if (life.row.priority !== before)
    state(life, 'case.prioritised', { caseId: life.row.id, priority: life.row.priority }, byPublic)
}

/** The invitation of the closing it follows is no longer sent. */
function reopened(life: Life, why: 'customer' | 'low_score'): void {
  life.reopenings += 1
  state(
    life,
    'case.reopened',
    { caseId: life.row.id, why },
    why === 'customer' ? byCustomer(life) : byPublic,
  )
  for (const invitation of life.invitations)
    if (!invitation.sent_at && !invitation.cancelled_at)
      invitation.cancelled_at = new Date(life.clock)
}

/** The team says which cause it has; once that is put right the customer is told. */
export function link(life: Life, at: number, problem: Problem): void {
  later(life, Math.max(at, problem.createdAt + 10 * minuteMs), () => {
    if (procedure.isWithdrawn(life.row)) return
    change(life, {
      problem_id: problem.id,
      problem_number: problem.number,
      problem_title: problem.story.title,
      active_at: new Date(life.clock),
    })
    state(
      life,
      'case.linked',
      { caseId: life.row.id, problemId: problem.id },
      byMember(problem.owner),
    )
    const { release } = problem
    if (release?.publishedAt) {
      const told = Math.max(
        life.clock + 20_000,
        release.publishedAt + life.world.dice.between(5, 150) * 1000,
      )
      later(life, told, () => released(life, release.id, release.story))
    }
  })
}

function released(
  life: Life,
  releaseId: string,
  { name, notes }: { name: string; notes: string },
): void {
  const { id: caseId } = life.row
  const messageId = tell(life, { name: 'released', values: { releaseId, release: name, notes } })
  state(life, 'case.told', { caseId, releaseId, messageId, release: name }, bySystem)
  life.row.told_at = new Date(life.clock)
}

function customerSpeaks(life: Life, line: string): string {
  const { said, world } = life
  return speak(life, { direction: 'in', text: replyText(world.dice, said.talk, line, said.voice) })
}

const byCustomer = (life: Life): Who => ({ kind: 'customer', id: life.row.id, name: null })

/** When someone who was written to at that moment answers: soon or tomorrow, but not in their sleep. */
export function customersTime({ world }: Life, after: number, meanHours: number): number {
  const { clock, dice } = world
  const at = after + Math.max(4 * minuteMs, -Math.log(1 - dice.next() * 0.97) * meanHours * hourMs)
  const minute = clock.minuteOf(at)
  const isNight = minute >= 60 && minute < 7 * 60
  return isNight ? clock.at(clock.dayOf(at), 7 * 60) + dice.between(10, 220) * minuteMs : at
}
