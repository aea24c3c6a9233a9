/** What members do with a case, each as the product does it: the rule, the row, the fact. */
import type { Resolution } from '../../../contract/cases.ts'
import { procedure } from '../../cases/index.ts'
import type { Handler } from '../members.ts'
import { minuteMs } from './clock.ts'
import { byMember, bySystem, change, type Life, later, reach, speak, state, tell } from './life.ts'
import type { Problem } from './world.ts'

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
