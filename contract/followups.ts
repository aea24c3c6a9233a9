/** Did it help? The survey after closing, and the answers to it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Line, Moment, Slug, Text } from './values.ts'

export const SurveySettings = z.object({
  active: z.boolean(),
  /** Hours after closing until the customer is asked. */
  delayHours: z.number().int(),
  /** Days the invitation stays open. */
  openDays: z.number().int(),
  scoreQuestion: z.string(),
  scoreQuestionEn: z.string(),
  openQuestion: z.string(),
  openQuestionEn: z.string(),
  /** Scores up to this open the case again and alert its team. */
  lowScore: z.number().int(),
})
export type SurveySettings = z.infer<typeof SurveySettings>

export const readSurvey = endpoint({
  id: 'followups.readSurvey',
  method: 'GET',
  path: '/api/v1/survey',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'The survey that follows a closed case',
  reply: SurveySettings,
})

export const changeSurvey = endpoint({
  id: 'followups.changeSurvey',
  method: 'PUT',
  path: '/api/v1/survey',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Change the survey; invitations already sent keep their questions',
  body: z.strictObject({
    active: z.boolean(),
    delayHours: z
      .number()
      .int()
      .min(0)
      .max(24 * 60),
    openDays: z.number().int().min(1).max(90),
    scoreQuestion: Line(100),
    scoreQuestionEn: Line(160),
    openQuestion: Line(100),
    openQuestionEn: Line(160),
    lowScore: z.number().int().min(0).max(4),
  }),
  reply: SurveySettings,
})

export const InvitedSurvey = z.object({
  workspaceName: z.string(),
  number: z.number().int(),
  scoreQuestion: z.string(),
  scoreQuestionEn: z.string(),
  openQuestion: z.string(),
  openQuestionEn: z.string(),
  state: z.enum(['open', 'answered', 'expired', 'declined']),
  score: z.number().int().nullable(),
  expiresAt: Moment,
})
export type InvitedSurvey = z.infer<typeof InvitedSurvey>

const params = z.object({ workspace: Slug, token: z.string().min(20).max(120) })

export const openSurvey = endpoint({
  id: 'followups.openSurvey',
  method: 'GET',
  path: '/api/portal/:workspace/surveys/:token',
  audience: 'public',
  summary: 'The survey behind an invitation link',
  params,
  reply: InvitedSurvey,
})

export const answerSurvey = endpoint({
  id: 'followups.answerSurvey',
  method: 'POST',
  path: '/api/portal/:workspace/surveys/:token',
  audience: 'public',
  summary: 'Answer the survey, once',
  params,
  body: z.strictObject({
    /** 1 very dissatisfied … 5 very satisfied. */
    score: z.number().int().min(1).max(5),
    comment: Text(2000, 0).default(''),
  }),
  reply: InvitedSurvey,
  status: 201,
  errors: ['survey_answered', 'survey_expired'],
})

export const declineSurvey = endpoint({
  id: 'followups.declineSurvey',
  method: 'POST',
  path: '/api/portal/:workspace/surveys/:token/decline',
  audience: 'public',
  summary: 'Never ask this customer again',
  params,
  body: z.strictObject({}),
  reply: InvitedSurvey,
  errors: ['survey_answered'],
})
