/**
 * Followups: did it help? Each closing of a case makes one invitation to the survey, sent some time
 * later: it waits on the track page and goes out by mail. One answer per invitation; a low score
 * opens the case again. Who asks not to be asked is never asked again.
 */
import './tables.ts'

export { cancelInvitations } from './cancel-invitations.ts'
export { forgetAnswers } from './forget-answers.ts'
export { inviteToSurvey } from './invite-to-survey.ts'
export { mailSurveys } from './mail-surveys.ts'
export { mailTeam } from './mail-team.ts'
export { sendDueSurveys } from './send-due-surveys.ts'
export { dueAt, expiresAt, isAskedAbout } from './survey.ts'
export { loadSurveyPreset, surveyOf } from './survey-settings.ts'
export { casesToBeAskedAbout } from './unsent-surveys.ts'
