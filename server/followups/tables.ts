/** The tables of followups: the survey, and every invitation to it. */
import type { Json } from '../platform/db/database.ts'

/** One row per workspace. */
export interface SurveysTable {
  workspace_id: string
  active: boolean
  /** Hours after closing until the customer is asked. */
  delay_hours: number
  /** Days the invitation stays open. */
  open_days: number
  score_question: string
  score_question_en: string
  open_question: string
  open_question_en: string
  /** Scores up to this open the case again. */
  low_score: number
}

/** Questions as they stood when the invitation was made. */
export interface Questions {
  score: string
  scoreEn: string
  open: string
  openEn: string
}

/** One per closing of a case. */
export interface SurveyInvitationsTable {
  workspace_id: string
  id: string
  case_id: string
  number: number
  customer_id: string
  /** The closing it follows. */
  closed_at: Date
  due_at: Date
  questions: Json<Questions>
  open_days: number
  sent_at: Date | null
  expires_at: Date | null
  cancelled_at: Date | null
  declined_at: Date | null
  expired_at: Date | null
  score: number | null
  comment: string | null
  answered_at: Date | null
  /** The team was told by mail of a low score. */
  alerted_at: Date | null
}

declare module '../platform/db/database.ts' {
  interface Database {
    surveys: SurveysTable
    survey_invitations: SurveyInvitationsTable
  }
}
