/** What people write when they say which of the three it is. Pure. */
import type { Entry } from '../../../contract/values.ts'

const words: Record<Entry, readonly string[]> = {
  feedback: [
    ...[
      '反馈',
      '问题反馈',
      '意见反馈',
      '用户反馈',
      '故障',
      '报错',
      '问题',
      '咨询',
      '求助',
      '评价',
      '评论',
    ],
    ...['其他', '其它', 'feedback', 'bug', 'issue', 'problem', 'question', 'inquiry', 'enquiry'],
    ...['review', 'comment', 'other'],
  ],
  suggestion: [
    ...[
      '建议',
      '意见',
      '意见建议',
      '功能建议',
      '产品建议',
      '需求',
      '提议',
      'suggestion',
      'suggest',
    ],
    ...['feature', 'feature request', 'idea', 'improvement', 'request'],
  ],
  complaint: [
    ...[
      '投诉',
      '投诉举报',
      '举报',
      '用户投诉',
      '客诉',
      '维权',
      'complaint',
      'complain',
      'grievance',
    ],
  ],
}
const byWord = new Map(
  Object.entries(words).flatMap(([entry, said]) => said.map((word) => [word, entry as Entry])),
)

export function entryNamed(cell: string): Entry | null {
  return (
    byWord.get(
      cell
        .normalize('NFKC')
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' '),
    ) ?? null
  )
}
