/** A workspace in which everything has happened once, so that tests have one of each thing to speak of. */
import { randomUUID } from 'node:crypto'
import { listCandidates } from '../../contract/candidates.ts'
import * as caseWork from '../../contract/case-work.ts'
import * as cases from '../../contract/cases.ts'
import * as catalogue from '../../contract/categories.ts'
import * as feedback from '../../contract/feedback.ts'
import { uploadEvidence, uploadFile } from '../../contract/files.ts'
import { changeSurvey, readSurvey } from '../../contract/followups.ts'
import * as imports from '../../contract/imports.ts'
import * as improvements from '../../contract/improvements.ts'
import { changeArticle, createArticle } from '../../contract/knowledge.ts'
import { createKey, invite } from '../../contract/members.ts'
import * as tracking from '../../contract/track.ts'
import { createWebhook } from '../../contract/webhooks.ts'
import { aCase } from '../cases/testing.ts'
import { anAlert } from '../insights/radar/testing/an-alert.ts'
import { schedule } from '../schedule.ts'
import { furnishWorkspace } from '../set-up.ts'
import { aMember, aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import type { Things } from './calls.ts'
import type { Product } from './product.ts'

/** Stands in everything said here, so that a leak can be seen. */
export interface Life {
  workspace: TestWorkspace
  things: Things
  mark: string
}

const hour = 3_600_000

export async function aFullLife(product: Product, mark: string): Promise<Life> {
  const workspace = await aWorkspace(product, { furnish: furnishWorkspace })
  const { slug, members } = workspace
  const owner = product.as(members.owner.headers)
  const anyone = product.as()

  const template = await owner(catalogue.createTemplate, {
    body: { name: `${mark}模板`, fields: [] },
  })
  const teamId = Object.values(workspace.teams)[0] as string
  const category = await owner(catalogue.createCategory, {
    body: { name: `${mark}类别`, entry: 'feedback', templateId: template.id, teamId },
  })
  const evidence = async () =>
    (
      await anyone(uploadEvidence, {
        params: { workspace: slug },
        body: formWith('log.txt', `${mark} log`),
      })
    ).ticket
  const attached = await evidence()
  const receipt = await anyone(feedback.submitFeedback, {
    params: { workspace: slug },
    body: {
      entry: 'feedback',
      text: `${mark}打开就闪退`,
      categoryId: category.id,
      evidence: [attached],
      contact: { name: `${mark}某`, email: `${mark.toLowerCase()}@example.com` },
      submissionKey: randomUUID(),
    },
  })
  await product.drain()
  const caseId = (await owner(cases.listCases)).items[0]?.id ?? ''
  await owner(changeSurvey, { body: { ...(await owner(readSurvey)), delayHours: 0, active: true } })
  await owner(caseWork.answerCustomer, { params: { caseId }, body: { text: `${mark}已修复` } })
  await owner(caseWork.addNote, { params: { caseId }, body: { text: `${mark}备注` } })
  await owner(caseWork.closeCase, { params: { caseId }, body: { resolution: 'solved' } })
  await product.drain()
  product.pass(hour)
  for (const { run } of schedule) await run(product.platform)
  await product.drain()
  const claim = `${receipt.number}-${receipt.claimCode}`
  const tracked = await product.as({ authorization: `Claim ${claim}` })(tracking.track, {
    params: { workspace: slug, number: receipt.number },
  })
  const problem = await owner(improvements.createProblem, {
    body: { title: `${mark}问题`, caseIds: [caseId] },
  })
  for (const text of ['短信验证码一直收不到，登录不了', '登录的时候收不到短信验证码'])
    await aCase().saying(`${text} ${mark}`).in(workspace)
  await product.drain()
  const candidates = (await owner(listCandidates)).items
  await owner(improvements.makePublic, {
    params: { problemId: problem.id },
    body: { title: `${mark}打开就闪退`, note: `${mark}正在查` },
  })
  const article = await owner(createArticle, {
    body: {
      title: `${mark}打开就闪退怎么办`,
      body: `${mark}先重启。`,
      written: [`${mark}一打开就闪退`],
    },
  })
  await owner(changeArticle, { params: { articleId: article.id }, body: { state: 'published' } })
  const release = await owner(improvements.createRelease, {
    body: { name: `${mark}版`, problemIds: [problem.id] },
  })
  const sheet = async () =>
    (await owner(uploadFile, { body: formWith('rows.csv', `内容,备注\n${mark}一行,甲\n`) })).ticket
  const opened = await owner(imports.openImport, { body: { file: await sheet() } })
  const { key } = await owner(createKey, { body: { name: `${mark}密钥`, scopes: ['cases:read'] } })
  const { invitation, link } = await owner(invite, { body: { role: 'agent' } })
  const { webhook } = await owner(createWebhook, { body: { url: 'https://hooks.invalid/' } })
  await product.drain()
  const detail = await owner(cases.showCase, { params: { caseId } })
  const other = await aMember(product, workspace, 'agent', {
    name: `${mark}员`,
    email: `${mark.toLowerCase()}.agent@whale.test`,
  })
  return {
    workspace,
    mark,
    things: {
      slug,
      memberId: members.agent.id,
      otherMemberId: other.id,
      invitationId: invitation.id,
      invitationToken: link.split('/').at(-1) ?? '',
      teamId,
      keyId: key.id,
      templateId: template.id,
      categoryId: category.id,
      channelId: detail.channel.id,
      caseId,
      number: receipt.number,
      claim,
      customerId: detail.customer.id,
      fileId: detail.feedback.evidence[0]?.id ?? '',
      fileTicket: await evidence(),
      sheetTicket: await sheet(),
      importId: opened.id,
      problemId: problem.id,
      candidateId: candidates[0]?.id ?? '',
      articleId: article.id,
      releaseId: release.id,
      surveyToken: tracked.survey ?? '',
      alertId: await anAlert(workspace.ctx(), [caseId]),
      webhookId: webhook.id,
    },
  }
}

function formWith(name: string, text: string): FormData {
  const form = new FormData()
  form.append('file', new File([text], name, { type: 'text/plain' }))
  return form
}
