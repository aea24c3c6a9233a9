/** A case as it opens: what was said arrives, is read, and gets its receipt. */
import type { NewCase } from '../../cases/index.ts'
import { bySystem, change, type Life, later, state, tell, type Who } from './life.ts'
import type { Said } from './said.ts'
import type { World } from './world.ts'

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
      answer_due_at: null,
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
