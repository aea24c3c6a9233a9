import {
  answerSurvey as answerEndpoint,
  changeSurvey as changeEndpoint,
  declineSurvey as declineEndpoint,
  openSurvey as openEndpoint,
  readSurvey as readEndpoint,
} from '../../contract/followups.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { answerSurvey } from './answer-survey.ts'
import { declineSurvey } from './decline-survey.ts'
import { openSurvey } from './open-survey.ts'
import { changeSurvey, surveyOf } from './survey-settings.ts'

export const followupsRoutes: Binding[] = [
  bind(readEndpoint, surveyOf),
  bind(changeEndpoint, changeSurvey),
  bind(openEndpoint, openSurvey),
  bind(answerEndpoint, answerSurvey),
  bind(declineEndpoint, declineSurvey),
]
