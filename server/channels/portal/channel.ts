import { readPortal, submitFeedback } from '../../../contract/feedback.ts'
import { bind } from '../../platform/http/bind.ts'
import type { Channel } from '../channel.ts'
import { showPortal } from './show-portal.ts'
import { submit } from './submit.ts'

/** The page that customers open in a browser. Answers are read on its track page. */
export const portalChannel = {
  kind: 'portal',
  firstName: { 'zh-CN': '反馈页', en: 'Feedback page' },
  arrive: [bind(readPortal, showPortal), bind(submitFeedback, submit, { knowsRepeats: true })],
} as const satisfies Channel
