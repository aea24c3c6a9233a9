/** What customers do with their case, each as the product does it: the rule, the row, the fact. */
import { procedure, raised } from '../../cases/index.ts'
import { hourMs, minuteMs } from './clock.ts'
import { byPublic, change, type Life, reach, speak, state, type Who } from './life.ts'
import { replyText } from './talk.ts'
import { afterWork } from './world.ts'

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

export function confirm(life: Life, at: number): void {
  if (!reach(life, at) || !procedure.awaitsVerdict(life.row)) return
  const changes = procedure.confirm(life.row, new Date(life.clock))
  change(life, changes)
  state(life, 'case.confirmed', { caseId: life.row.id, messageId: null }, byCustomer(life))
  const { resolution } = changes
  if (resolution) state(life, 'case.closed', { caseId: life.row.id, resolution }, byCustomer(life))
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
  else owesAnother(life)
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
  owesAnother(life)
  for (const invitation of life.invitations)
    if (!invitation.sent_at && !invitation.cancelled_at)
      invitation.cancelled_at = new Date(life.clock)
}

/** As one to new words; while the first promise runs, it says all. */
function owesAnother(life: Life): void {
  const { row, world, clock } = life
  const dueAt = new Date(afterWork(world, clock, world.settings.promiseMinutes))
  Object.assign(row, { answer_due_at: row.promise === 'running' ? null : dueAt })
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
