/** One of everything in a workspace, and the address of every page there is. */

import { zh } from '../../console/words/zh/index.ts'
import { addNote, answerCustomer, closeCase } from '../../contract/case-work.ts'
import { listCases } from '../../contract/cases.ts'
import { type Receipt, submitFeedback } from '../../contract/feedback.ts'
import { uploadEvidence, uploadFile } from '../../contract/files.ts'
import { changeSurvey, readSurvey } from '../../contract/followups.ts'
import { openImport } from '../../contract/imports.ts'
import { createProblem, createRelease, publishRelease } from '../../contract/improvements.ts'
import { listArticles } from '../../contract/knowledge.ts'
import { createKey, invite } from '../../contract/members.ts'
import { track } from '../../contract/track.ts'
import { anyone, type Owner, type Served } from './served.ts'
import { until } from './until.ts'

export interface Pages {
  /** For whoever is not signed in. */
  outside: string[]
  console: string[]
  portal: string[]
}

const texts = {
  'zh-CN': {
    words: [
      '更新之后一进购物车就闪退，重装也没用',
      '客服小姐姐特别耐心，给个好评',
      '建议订单页能直接改地址',
    ],
    who: '林小满',
    answer: '查到了，今天晚上发新版本。',
    note: '已和仓储核实。',
    problem: '购物车闪退',
    notes: '购物车打开更快，也不再闪退。',
    sheet: '内容,时间\n物流太慢了,2026-03-02\n',
    key: '小程序后端',
  },
  en: {
    words: [
      'The cart closes by itself since the update',
      'Very patient support, thank you',
      'Let me change the address of an order',
    ],
    who: 'Grace Hill',
    answer: 'Found it. A new version comes tonight.',
    note: 'Checked with the warehouse.',
    problem: 'The cart closes by itself',
    notes: 'The cart opens faster and stays open.',
    sheet: 'Text,Time\nDelivery is slow,2026-03-02\n',
    key: 'App back end',
  },
} as const

export async function liveIn(served: Served, owner: Owner, locale: 'zh-CN' | 'en'): Promise<Pages> {
  const { call, slug } = owner
  const say = texts[locale]
  const customer = anyone(served.address)
  const receipts: Receipt[] = []
  for (const text of say.words) {
    const { ticket } = await customer(uploadEvidence, {
      params: { workspace: slug },
      body: formWith('log.txt', text),
    })
    const body = {
      entry: 'complaint' as const,
      text,
      evidence: [ticket],
      contact: { name: say.who, phone: '13800002046', email: 'mei@example.com' },
      submissionKey: crypto.randomUUID(),
    }
    receipts.push(await customer(submitFeedback, { params: { workspace: slug }, body }))
  }
  const cases = await until(async () => {
    const { items } = await call(listCases, { query: { view: 'all', sort: 'oldest' } })
    if (items.length < say.words.length || items.some(({ kind }) => !kind))
      throw new Error('not yet')
    return items
  })
  const [first = '', second = ''] = cases.map(({ id }) => id)
  await call(changeSurvey, { body: { ...(await call(readSurvey)), delayHours: 0 } })
  for (const caseId of [first, second]) {
    await call(answerCustomer, { params: { caseId }, body: { text: say.answer } })
    await call(addNote, { params: { caseId }, body: { text: say.note } })
  }
  await call(closeCase, { params: { caseId: second }, body: { resolution: 'solved' } })
  const { survey } = await until(async () => {
    await served.tick()
    const claim = `${receipts[1]?.number}-${receipts[1]?.claimCode}`
    const view = await anyone(served.address, { authorization: `Claim ${claim}` })(track, {
      params: { workspace: slug, number: receipts[1]?.number ?? 0 },
    })
    if (!view.survey) throw new Error('no survey yet')
    return view
  })
  const problem = await call(createProblem, { body: { title: say.problem, caseIds: [first] } })
  const body = { name: '3.2.2', notes: say.notes, problemIds: [problem.id] }
  const release = await call(createRelease, { body })
  await call(publishRelease, { params: { releaseId: release.id }, body: {} })
  await call(createRelease, { body: { name: '3.3.0', notes: '', problemIds: [] } })
  const { ticket } = await call(uploadFile, { body: formWith('march.csv', say.sheet) })
  const opened = await call(openImport, { body: { file: ticket } })
  await call(createKey, { body: { name: say.key, scopes: ['cases:read', 'feedback:write'] } })
  const { link } = await call(invite, { body: { role: 'agent' } })

  const inside = (page: string) => `/console/w/${slug}/${page}`
  const settings = Object.keys(zh.settings.tabs)
  const { items: articles } = await call(listArticles, {})
  return {
    outside: ['/console/sign-in', '/console/setup', new URL(link, served.address).pathname],
    console: [
      ...['inbox?view=open&sort=due', `inbox/${first}?view=all`, `inbox/${second}?view=closed`],
      ...[
        'inbox?view=all&q=zzzz',
        'inbox?view=mine&sort=due',
        'problems',
        'problems/candidates',
        `problems/${problem.id}`,
      ],
      ...['releases', 'insights', 'quality', 'radar', 'imports', `imports/${opened.id}`],
      ...['knowledge', 'knowledge/new', `knowledge/${articles[0]?.id}`],
      ...settings.map((tab) => `settings/${tab}`),
    ].map(inside),
    portal: [
      `/p/${slug}`,
      `/p/${slug}/mine`,
      ...receipts.map(({ trackUrl }) => new URL(trackUrl, served.address).pathname),
      `/p/${slug}/s/${survey}`,
      `/p/${slug}#privacy`,
      `/p/${slug}/nowhere`,
    ],
  }
}

function formWith(name: string, text: string): FormData {
  const form = new FormData()
  form.append('file', new File([text], name, { type: 'text/plain' }))
  return form
}
