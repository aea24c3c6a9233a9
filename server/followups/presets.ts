/** The survey a new workspace starts with, by kind of business. */
import type { SurveySettings } from '../../contract/followups.ts'
import type { Business } from '../../contract/values.ts'

const open = {
  openQuestion: '还有什么想对我们说的？',
  openQuestionEn: 'Is there anything else you would like to tell us?',
}
const usual: SurveySettings = {
  active: true,
  delayHours: 24,
  openDays: 14,
  lowScore: 2,
  scoreQuestion: '这件事，您对我们的处理满意吗？',
  scoreQuestionEn: 'How satisfied are you with how we handled this?',
  ...open,
}

export const surveyPresets: Record<Business, SurveySettings> = {
  mini_program: usual,
  store: {
    ...usual,
    // A parcel sent again, or a refund, has arrived by then.
    delayHours: 48,
    openQuestion: '哪里还可以做得更好？',
    openQuestionEn: 'What could we have done better?',
  },
  im: usual,
  wallet: {
    ...usual,
    openQuestion: '还有没解决的地方吗？请不要填写密码、验证码或完整卡号。',
    openQuestionEn:
      'Is anything still unsolved? Please leave out passwords, codes and card numbers.',
  },
  other: usual,
}
