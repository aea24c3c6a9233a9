import { createFeedback } from '../../../contract/feedback.ts'
import { bind } from '../../platform/http/bind.ts'
import type { Channel } from '../channel.ts'
import { create } from './create.ts'

/** Other systems hand in what customers said to them, with an API key. */
export const apiChannel = {
  kind: 'api',
  firstName: { 'zh-CN': '开放接口', en: 'API' },
  arrive: [bind(createFeedback, create, { knowsRepeats: true })],
} as const satisfies Channel
