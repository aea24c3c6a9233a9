/** After a closing: the customer is asked, some answer, and a low score opens the case again. */
import { dueAt, expiresAt, isAskedAbout } from '../../followups/index.ts'
import { surveyToken } from '../../platform/ids.ts'
import * as customer from '../words/customers.ts'
import * as team from '../words/handlers.ts'
import { hourMs, minuteMs } from './clock.ts'
import { customersTime, reopenForLowScore } from './customer-steps.ts'
import { byPublic, bySystem, change, type Life, later, type Row, state } from './life.ts'
import { answer, close } from './team-steps.ts'
import { afterWork } from './world.ts'

const answering = 0.23
const declining = 0.012

/** The last closing is asked about; call when nothing else is to follow it. */
export function ask(life: Life): void {
  const { row, world } = life
  const { survey, dice, workspaceId, secret } = world
  if (life.stopped || row.closed_at === null || !isAskedAbout(row.resolution)) return
  const due = dueAt(row.closed_at, survey.delayHours)
  const invitation: Row = {
    id: dice.id(row.closed_at.getTime() + 2000),
    case_id: row.id,
    number: row.number,
    customer_id: row.customer_id,
    closed_at: row.closed_at,
    due_at: due,
    questions: {
      score: survey.scoreQuestion,
      scoreEn: survey.scoreQuestionEn,
      open: survey.openQuestion,
      openEn: survey.openQuestionEn,
    },
    open_days: survey.openDays,
    sent_at: null,
    expires_at: null,
    cancelled_at: null,
    declined_at: null,
    expired_at: null,
    score: null,
    comment: null,
    answered_at: null,
  }
  life.invitations.push(invitation)
  later(life, due.getTime() + dice.between(2, 58) * 1000, () => {
    if (invitation.cancelled_at || row.state !== 'closed') return
    const until = expiresAt(new Date(life.clock), survey.openDays)
    invitation.sent_at = new Date(life.clock)
    invitation.expires_at = until
    const token = surveyToken(secret, workspaceId, invitation.id as string)
    change(life, { survey_token: token, survey_until: until })
    state(life, 'survey.due', { caseId: row.id, invitationId: invitation.id as string }, bySystem)
  })
  const roll = dice.next()
  const repliesAt = customersTime(life, due.getTime() + 2 * minuteMs, 20)
  if (roll < answering) later(life, repliesAt, () => answered(life, invitation))
  else if (roll < answering + declining) later(life, repliesAt, () => declined(life, invitation))
}

function answered(life: Life, invitation: Row): void {
  const { row, world } = life
  if (!invitation.sent_at || invitation.cancelled_at) return
  const { dice } = world
  const score = scoreOf(life)
  const at = new Date(life.clock)
  const comment = dice.chance(score <= 2 ? 0.7 : 0.38) ? dice.deal(commentsFor(life, score)) : ''
  Object.assign(invitation, { score, comment, answered_at: at })
  change(life, {
    score,
    score_comment: comment,
    scored_at: at,
    survey_token: null,
    survey_until: null,
  })
  state(
    life,
    'survey.answered',
    { caseId: row.id, invitationId: invitation.id as string, score },
    byPublic,
  )
  if (score > world.survey.lowScore) return
  reopenForLowScore(life)
  const handler = world.supervisor
  const english = life.said.voice === 'english'
  const text = life.said.talk.say(
    dice.deal(english ? team.english.afterLowScore : team.afterLowScore),
  )
  const repliesAt = afterWork(world, life.clock, dice.between(30, 700))
  later(life, repliesAt, () => void answer(life, repliesAt, handler, text))
  const closesAt = afterWork(world, repliesAt + dice.between(10, 60) * hourMs, 20)
  later(life, closesAt, () => {
    if (life.answers > 0) close(life, closesAt, handler, 'explained')
  })
}

function declined(life: Life, invitation: Row): void {
  if (!invitation.sent_at || invitation.cancelled_at) return
  invitation.declined_at = new Date(life.clock)
  life.row.declined_at = new Date(life.clock)
  change(life, { survey_token: null, survey_until: null })
  state(
    life,
    'survey.declined',
    { caseId: life.row.id, invitationId: invitation.id as string },
    byPublic,
  )
}

/** Lateness, a bad week and a second closing cost; a kind person gives back. */
function scoreOf({ row, said, reopenings, world }: Life): number {
  const { dice } = world
  const rough = dice.next() + dice.next() + dice.next() - 1.5
  const score =
    4.55 +
    rough * 1.5 -
    (row.promise === 'broken' ? 0.9 : 0) -
    (said.arrival.incident ? 1.15 : 0) -
    (reopenings > 0 ? 0.9 : 0) -
    (said.voice === 'furious' ? 0.7 : 0) -
    (row.resolution === 'not_solvable' ? 1.1 : 0) -
    (said.matter.temper === 'angry' ? 0.25 : 0) +
    (said.matter.temper === 'glad' ? 0.5 : 0)
  return Math.min(5, Math.max(1, Math.round(score)))
}

function commentsFor({ row, said }: Life, score: number): readonly string[] {
  if (said.voice === 'english') return score >= 4 ? customer.englishComments : ['']
  if (score >= 4 && row.told_at) return customer.toldComments
  if (score >= 4) return customer.comments.high
  return score === 3 ? customer.comments.middle : customer.comments.low
}
