import type { Locale } from '../../contract/values.ts'
import { reopenForLowScore } from '../cases/index.ts'
import { addMessage } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'

interface Answer {
  score: number
  comment: string
}

const words: Record<Locale, (answer: Answer, reopened: boolean) => string> = {
  'zh-CN': ({ score, comment }, reopened) =>
    `客户评价 ${score} 分（满分 5 分）。${reopened ? '已重新打开，请尽快联系客户。' : '请尽快联系客户。'}${comment ? `\n客户说：${comment}` : ''}`,
  en: ({ score, comment }, reopened) =>
    `The customer rated us ${score} of 5. ${reopened ? 'The case is open again; please get in touch soon.' : 'Please get in touch soon.'}${comment ? `\nThey wrote: ${comment}` : ''}`,
}

/** It did not help: the case opens again, more pressing than before, and its team reads why. */
export async function alertTeam(tx: Tx, caseId: string, answer: Answer): Promise<void> {
  const reopened = await reopenForLowScore(tx, caseId)
  const { locale } = await loadSettings(tx)
  const { id: messageId } = await addMessage(tx, {
    caseId,
    direction: 'note',
    text: words[locale](answer, reopened),
  })
  tx.record('case.noted', { caseId, messageId })
}
