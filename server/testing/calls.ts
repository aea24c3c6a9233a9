/** One valid call for every endpoint, given ids of things to speak of. Tests of access and leaks use it. */
import { randomUUID } from 'node:crypto'

/** Ids of one of each thing in a workspace. */
export interface Things {
  slug: string
  memberId: string
  /** An agent, who may be changed. */
  otherMemberId: string
  invitationId: string
  invitationToken: string
  teamId: string
  keyId: string
  templateId: string
  categoryId: string
  channelId: string
  caseId: string
  /** Number and claim code of that case. */
  number: number
  claim: string
  customerId: string
  fileId: string
  fileTicket: string
  sheetTicket: string
  importId: string
  problemId: string
  /** A group that waits for somebody to decide. */
  candidateId: string
  articleId: string
  releaseId: string
  surveyToken: string
  alertId: string
  webhookId: string
}

export interface Call {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** Nobody's. */
const none = '00000000-0000-7000-8000-00000000dead'

export function callsFor(things: Things): Record<string, Call> {
  const { slug, caseId, problemId, releaseId, importId, number, alertId, webhookId, articleId } =
    things
  const track = { workspace: slug, number }
  const unique = randomUUID()
  const template = { name: `模板 ${unique.slice(0, 8)}`, fields: [] }
  const category = {
    name: `类别 ${unique.slice(0, 8)}`,
    entry: 'feedback',
    templateId: things.templateId,
    teamId: things.teamId,
    assigneeId: things.memberId,
  }
  const mapping = {
    columns: ['text', 'context'],
    entry: 'feedback',
    categoryId: things.categoryId,
    as: 'open',
  }
  const week = [[[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [], []]
  return {
    'workspaces.readSetup': {},
    'workspaces.setUp': {
      body: {
        workspaceName: '又一家',
        business: 'store',
        ownerName: '某人',
        email: 'late@whale.test',
        password: 'a long enough password',
      },
    },
    'workspaces.readSettings': {},
    'workspaces.changeSettings': { body: { promiseMinutes: 240 } },
    'workspaces.readViewer': {},
    'workspaces.listMembers': {},
    'workspaces.changeMember': {
      params: { memberId: things.otherMemberId },
      body: { role: 'agent' },
    },
    'workspaces.listInvitations': {},
    'workspaces.invite': { body: { role: 'agent' } },
    'workspaces.revokeInvitation': { params: { invitationId: things.invitationId } },
    'workspaces.readInvitation': { params: { token: things.invitationToken } },
    'workspaces.acceptInvitation': {
      params: { token: 'not-a-token-that-anyone-was-given' },
      body: { name: '新人', email: 'new@whale.test', password: 'a long enough password' },
    },
    'workspaces.listTeams': {},
    'workspaces.createTeam': {
      body: { name: `团队 ${unique.slice(0, 8)}`, memberIds: [things.memberId] },
    },
    'workspaces.changeTeam': {
      params: { teamId: things.teamId },
      body: { name: `改名 ${unique.slice(0, 8)}`, memberIds: [things.memberId] },
    },
    'workspaces.readCalendar': {},
    'workspaces.changeCalendar': { body: { week, chineseHolidays: true, exceptions: [] } },
    'workspaces.listKeys': {},
    'workspaces.createKey': { body: { name: '对接', scopes: ['cases:read'] } },
    'workspaces.revokeKey': { params: { keyId: things.keyId } },
    'files.uploadEvidence': { params: { workspace: slug } },
    'files.upload': {},
    'files.download': { params: { fileId: things.fileId } },
    'files.downloadEvidence': { params: { ...track, fileId: things.fileId } },
    'feedback.listTemplates': {},
    'feedback.createTemplate': { body: template },
    'feedback.changeTemplate': { params: { templateId: things.templateId }, body: template },
    'feedback.listCategories': {},
    'feedback.createCategory': { body: category },
    'feedback.changeCategory': { params: { categoryId: things.categoryId }, body: category },
    'feedback.readPortal': { params: { workspace: slug } },
    'feedback.submit': {
      params: { workspace: slug },
      body: {
        entry: 'feedback',
        text: '页面打不开',
        categoryId: things.categoryId,
        evidence: [things.fileTicket],
        submissionKey: randomUUID(),
      },
    },
    'feedback.create': {
      body: { text: '从别的系统来的一句话', categoryId: things.categoryId, externalId: unique },
    },
    'channels.list': {},
    'imports.list': {},
    'imports.open': { body: { file: things.sheetTicket } },
    'imports.show': { params: { importId } },
    'imports.reread': { params: { importId }, body: { headerRow: null } },
    'imports.map': { params: { importId }, body: mapping },
    'imports.check': { params: { importId }, body: {} },
    'imports.start': { params: { importId }, body: {} },
    'imports.undo': { params: { importId }, body: {} },
    'imports.downloadRejected': { params: { importId } },
    'imports.discard': { params: { importId } },
    'cases.list': {},
    'cases.count': {},
    'cases.countListed': {},
    'cases.show': { params: { caseId } },
    'cases.answer': {
      params: { caseId },
      body: { text: '已经在处理了', evidence: [things.fileTicket] },
    },
    'cases.note': { params: { caseId }, body: { text: '请看一下' } },
    'cases.assign': {
      params: { caseId },
      body: { teamId: things.teamId, assigneeId: things.memberId },
    },
    'cases.prioritise': { params: { caseId }, body: { priority: 'high' } },
    'cases.move': { params: { caseId }, body: { categoryId: things.categoryId } },
    'cases.close': { params: { caseId }, body: { resolution: 'duplicate' } },
    'cases.reopen': { params: { caseId }, body: {} },
    'cases.correctReading': { params: { caseId }, body: { sentiment: 'neutral', topics: [] } },
    'cases.confirmReading': { params: { caseId }, body: {} },
    'cases.takeBackJudgement': { params: { caseId }, body: { parts: ['sentiment'] } },
    'cases.reveal': { params: { caseId }, body: {} },
    'cases.summarise': { params: { caseId }, body: {} },
    'cases.draft': { params: { caseId }, body: {} },
    'cases.translate': { params: { caseId }, body: { aboutId: caseId, locale: 'en' } },
    'cases.previewErasure': { params: { caseId } },
    'cases.eraseCustomer': { params: { caseId }, body: { caseIds: [], reason: '客户来电要求' } },
    'cases.track': { params: track },
    'cases.add': {
      params: track,
      body: { text: '补充一句', submissionKey: randomUUID(), evidence: [things.fileTicket] },
    },
    'cases.urge': { params: track, body: {} },
    'cases.withdraw': { params: track, body: {} },
    'cases.confirm': { params: track, body: { solved: true } },
    'cases.askErasure': { params: track, body: {} },
    'followups.readSurvey': {},
    'followups.changeSurvey': {
      body: {
        active: true,
        delayHours: 24,
        openDays: 14,
        scoreQuestion: '处理得怎么样？',
        scoreQuestionEn: 'How did we do?',
        openQuestion: '还有什么想说的？',
        openQuestionEn: 'Anything else?',
        lowScore: 2,
      },
    },
    'followups.openSurvey': { params: { workspace: slug, token: things.surveyToken } },
    'followups.answerSurvey': {
      params: { workspace: slug, token: things.surveyToken },
      body: { score: 5 },
    },
    'followups.declineSurvey': { params: { workspace: slug, token: things.surveyToken }, body: {} },
    'cases.findAnswers': { params: { caseId } },
    'knowledge.listArticles': {},
    'knowledge.showArticle': { params: { articleId } },
    'knowledge.createArticle': {
      body: { title: '又一条', body: '照着做就行。', written: ['怎么办'] },
    },
    'knowledge.changeArticle': { params: { articleId }, body: { title: '换个标题' } },
    'knowledge.keepVariant': { params: { articleId, variantId: none }, body: {} },
    'knowledge.removeVariant': { params: { articleId, variantId: none } },
    'knowledge.noteInsertion': { params: { articleId }, body: {} },
    'knowledge.noteUses': {
      params: { workspace: slug },
      body: { shown: [articleId], opened: [articleId], solved: articleId, text: '打开就闪退' },
    },
    'improvements.suggest': { params: { workspace: slug }, body: { text: '打开就闪退怎么办' } },
    'improvements.joinProblem': {
      params: { workspace: slug, problemId },
      body: { submissionKey: randomUUID() },
    },
    'improvements.makePublic': { params: { problemId }, body: { title: '打开就闪退' } },
    'improvements.keepPrivate': { params: { problemId } },
    'improvements.listProblems': {},
    'improvements.showProblem': { params: { problemId } },
    'improvements.sumProblem': { params: { problemId } },
    'improvements.createProblem': { body: { title: '又一个问题', caseIds: [caseId] } },
    'improvements.changeProblem': {
      params: { problemId },
      body: { title: '换个说法', ownerId: things.memberId },
    },
    'candidates.list': {},
    'candidates.show': { params: { candidateId: things.candidateId } },
    'candidates.accept': {
      params: { candidateId: things.candidateId },
      body: { title: '像是同一件事' },
    },
    'candidates.split': {
      params: { candidateId: things.candidateId },
      body: { caseIds: [caseId] },
    },
    'candidates.merge': {
      params: { candidateId: things.candidateId },
      body: { otherId: things.candidateId },
    },
    'candidates.dismiss': { params: { candidateId: things.candidateId }, body: {} },
    'candidates.restore': { params: { candidateId: things.candidateId }, body: {} },
    'candidates.listSuggested': { params: { problemId } },
    'candidates.refuseSuggested': { params: { problemId }, body: { caseIds: [caseId] } },
    'candidates.listSimilar': { params: { caseId } },
    'candidates.saySame': { params: { caseId, otherId: none }, body: { same: true } },
    'improvements.linkCases': { params: { problemId }, body: { caseIds: [caseId] } },
    'improvements.unlinkCase': { params: { problemId, caseId } },
    'improvements.listReleases': {},
    'improvements.createRelease': { body: { name: unique.slice(0, 8), problemIds: [problemId] } },
    'improvements.changeRelease': {
      params: { releaseId },
      body: { name: unique.slice(9, 13), problemIds: [problemId] },
    },
    'improvements.publishRelease': { params: { releaseId }, body: {} },
    'improvements.discardRelease': { params: { releaseId } },
    'insights.readDashboard': {},
    'radar.read': {},
    'radar.count': {},
    'radar.listAlerts': {},
    'radar.showAlert': { params: { alertId } },
    'radar.acknowledge': { params: { alertId }, body: {} },
    'radar.snooze': { params: { alertId }, body: { until: 'day' } },
    'radar.dismiss': { params: { alertId }, body: {} },
    'radar.restore': { params: { alertId }, body: {} },
    'radar.link': { params: { alertId }, body: { problemId } },
    'radar.forgetLift': { params: { series: 'topic:delivery' } },
    'radar.readSettings': {},
    'radar.changeSettings': { body: { active: true, leastCustomers: 5, recipientIds: [] } },
    'radar.wantMails': { body: { wanted: true } },
    'assistant.read': {},
    'assistant.change': { body: { active: true, dayTokens: 100_000 } },
    'assistant.try': { body: {} },
    'understanding.readQuality': {},
    'understanding.compareVersions': { query: { one: 0, other: 0 } },
    'understanding.chooseVersion': { body: { version: 0 } },
    'understanding.releaseVersion': { body: {} },
    'webhooks.list': {},
    'webhooks.create': { body: { url: 'https://hooks.invalid/a' } },
    'webhooks.change': { params: { webhookId }, body: { active: true } },
    'webhooks.rotate': { params: { webhookId }, body: {} },
    'webhooks.test': { params: { webhookId }, body: {} },
    'webhooks.remove': { params: { webhookId } },
    'webhooks.listDeliveries': { params: { webhookId } },
    'operations.health': {},
    'operations.ready': {},
    'operations.live': {},
    'operations.listDeadJobs': {},
    'operations.replayDeadJob': { params: { jobId: none }, body: {} },
    'sample.read': {},
    'sample.load': {},
    'sample.remove': {},
  }
}
