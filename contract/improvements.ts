/** What we change: problems that many cases share, and the releases that fix them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Cursor, Id, Line, Moment, Named, Nothing, page, Text } from './values.ts'

/** open: known · fixing: being worked on · fixed: a release reached customers · dropped */
export const problemStates = ['open', 'fixing', 'fixed', 'dropped'] as const
export const ProblemState = z.enum(problemStates)
export type ProblemState = z.infer<typeof ProblemState>

/** Where the cause lies: in a program, its design, its settings or data, how we work, with others, in what we told. */
export const causeKinds = [
  'program',
  'design',
  'data',
  'process',
  'supplier',
  'information',
  'outside',
] as const
export const CauseKind = z.enum(causeKinds)
export type CauseKind = z.infer<typeof CauseKind>

export const ProblemView = z.object({
  id: Id,
  number: z.number().int(),
  title: z.string(),
  description: z.string(),
  state: ProblemState,
  owner: Named.nullable(),
  /** Why it is there, as far as people have found out. */
  causeKind: CauseKind.nullable(),
  rootCause: z.string(),
  /** Cases linked to it, and the customers behind them. */
  cases: z.number().int(),
  customers: z.number().int(),
  firstSeenAt: Moment.nullable(),
  lastSeenAt: Moment.nullable(),
  releases: z.array(z.object({ id: Id, name: z.string(), publishedAt: Moment.nullable() })),
  createdAt: Moment,
  /** What customers see of it while they write about it; null: nothing. */
  public: z.object({ title: z.string(), note: z.string(), since: Moment }).nullable(),
})
export type ProblemView = z.infer<typeof ProblemView>

const manage = { audience: 'member', permission: 'problems.manage' } as const
const params = z.object({ problemId: Id })

export const listProblems = endpoint({
  id: 'improvements.listProblems',
  method: 'GET',
  path: '/api/v1/problems',
  audience: 'member',
  permission: 'problems.read',
  summary: 'Problems, those with most customers first',
  query: z.strictObject({
    state: ProblemState.optional(),
    q: Line(100, 0).optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: page(ProblemView),
  errors: ['cursor_invalid'],
})

export const showProblem = endpoint({
  id: 'improvements.showProblem',
  method: 'GET',
  path: '/api/v1/problems/:problemId',
  audience: 'member',
  permission: 'problems.read',
  summary: 'One problem',
  params,
  reply: ProblemView,
})

export const createProblem = endpoint({
  ...manage,
  id: 'improvements.createProblem',
  method: 'POST',
  path: '/api/v1/problems',
  summary: 'Name a problem, with the cases that show it',
  body: z.strictObject({
    title: Line(120),
    description: Text(5000, 0).default(''),
    caseIds: z.array(Id).max(1000).default([]),
  }),
  reply: ProblemView,
  status: 201,
  errors: ['case_unknown'],
})

export const changeProblem = endpoint({
  ...manage,
  id: 'improvements.changeProblem',
  method: 'PATCH',
  path: '/api/v1/problems/:problemId',
  summary: 'Rename a problem, describe it, give it an owner, move it on',
  params,
  body: z.strictObject({
    title: Line(120).optional(),
    description: Text(5000, 0).optional(),
    state: ProblemState.exclude(['fixed']).optional(),
    ownerId: Id.nullable().optional(),
    causeKind: CauseKind.nullable().optional(),
    rootCause: Text(2000, 0).optional(),
  }),
  reply: ProblemView,
  errors: ['problem_fixed', 'member_unknown', 'member_inactive'],
})

export const linkCases = endpoint({
  ...manage,
  id: 'improvements.linkCases',
  method: 'POST',
  path: '/api/v1/problems/:problemId/cases',
  summary: 'Say that these cases have this cause',
  params,
  body: z.strictObject({ caseIds: z.array(Id).min(1).max(1000) }),
  reply: ProblemView,
  errors: ['case_unknown'],
})

export const unlinkCase = endpoint({
  ...manage,
  id: 'improvements.unlinkCase',
  method: 'DELETE',
  path: '/api/v1/problems/:problemId/cases/:caseId',
  summary: 'Say that this case has another cause',
  params: z.object({ problemId: Id, caseId: Id }),
  reply: ProblemView,
})

export const makePublic = endpoint({
  ...manage,
  id: 'improvements.makePublic',
  method: 'PUT',
  path: '/api/v1/problems/:problemId/public',
  summary: 'Let customers know of a problem while they write about it, and join it',
  params,
  body: z.strictObject({
    /** In the customers’ words, not the team’s. */
    title: Line(60),
    /** How it stands, what helps meanwhile. */
    note: Text(300, 0).default(''),
  }),
  reply: ProblemView,
  errors: ['problem_dropped'],
})

export const keepPrivate = endpoint({
  ...manage,
  id: 'improvements.keepPrivate',
  method: 'DELETE',
  path: '/api/v1/problems/:problemId/public',
  summary: 'Customers are told of this problem no longer',
  params,
  reply: ProblemView,
})

export const ReleaseView = z.object({
  id: Id,
  /** Version or short name, `3.2.2`. */
  name: z.string(),
  notes: z.string(),
  problems: z.array(z.object({ id: Id, number: z.number().int(), title: z.string() })),
  publishedAt: Moment.nullable(),
  /** Cases whose customers are to be told, and those told. */
  toTell: z.number().int(),
  told: z.number().int(),
  /** Told on their track pages alone: no mail leaves from here. */
  withoutMail: z.boolean(),
  createdAt: Moment,
  can: z.array(z.enum(['change', 'publish', 'discard'])),
})
export type ReleaseView = z.infer<typeof ReleaseView>

const release = { audience: 'member', permission: 'releases.manage' } as const
const ReleaseBody = z.strictObject({
  name: Line(40),
  /** Told to customers: what is better now. */
  notes: Text(5000, 0).default(''),
  problemIds: z.array(Id).max(200),
})
const releaseParams = z.object({ releaseId: Id })

export const listReleases = endpoint({
  id: 'improvements.listReleases',
  method: 'GET',
  path: '/api/v1/releases',
  audience: 'member',
  permission: 'problems.read',
  summary: 'Releases, newest first',
  query: z.strictObject({
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: page(ReleaseView),
  errors: ['cursor_invalid'],
})

export const createRelease = endpoint({
  ...release,
  id: 'improvements.createRelease',
  method: 'POST',
  path: '/api/v1/releases',
  summary: 'Prepare a release and the problems it fixes',
  body: ReleaseBody,
  reply: ReleaseView,
  status: 201,
  errors: ['name_taken', 'problem_unknown'],
})

export const changeRelease = endpoint({
  ...release,
  id: 'improvements.changeRelease',
  method: 'PUT',
  path: '/api/v1/releases/:releaseId',
  summary: 'Change a release not yet published',
  params: releaseParams,
  body: ReleaseBody,
  reply: ReleaseView,
  errors: ['release_published', 'name_taken', 'problem_unknown'],
})

export const publishRelease = endpoint({
  ...release,
  id: 'improvements.publishRelease',
  method: 'POST',
  path: '/api/v1/releases/:releaseId/publish',
  summary: 'It reached customers: the problems are fixed, and everyone who asked is told',
  params: releaseParams,
  body: z.strictObject({}),
  reply: ReleaseView,
  errors: ['release_published', 'nothing_fixed'],
})

export const discardRelease = endpoint({
  ...release,
  id: 'improvements.discardRelease',
  method: 'DELETE',
  path: '/api/v1/releases/:releaseId',
  summary: 'Throw away a release not yet published',
  params: releaseParams,
  reply: Nothing,
  errors: ['release_published'],
})
