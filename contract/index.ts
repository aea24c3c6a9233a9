/** Every endpoint of Huiyin, in one list. Server, OpenAPI and tests walk it. */
import * as assistant from './assistant.ts'
import * as calendar from './calendar.ts'
import * as candidates from './candidates.ts'
import * as caseAssistance from './case-assistance.ts'
import * as caseWork from './case-work.ts'
import * as cases from './cases.ts'
import * as categories from './categories.ts'
import * as channels from './channels.ts'
import type { Endpoint } from './endpoint.ts'
import * as erasure from './erasure.ts'
import * as feedback from './feedback.ts'
import * as files from './files.ts'
import * as followups from './followups.ts'
import * as imports from './imports.ts'
import * as improvements from './improvements.ts'
import * as insights from './insights.ts'
import * as knowledge from './knowledge.ts'
import * as members from './members.ts'
import * as operations from './operations.ts'
import * as problemSums from './problem-sums.ts'
import * as quality from './quality.ts'
import * as radar from './radar.ts'
import * as sample from './sample.ts'
import * as teams from './teams.ts'
import * as tracking from './track.ts'
import * as webhooks from './webhooks.ts'
import * as workspaces from './workspaces.ts'

const domains: Record<string, unknown>[] = [
  members,
  categories,
  caseWork,
  caseAssistance,
  tracking,
  workspaces,
  teams,
  calendar,
  files,
  feedback,
  channels,
  imports,
  cases,
  erasure,
  knowledge,
  followups,
  improvements,
  candidates,
  problemSums,
  insights,
  radar,
  assistant,
  quality,
  webhooks,
  operations,
  sample,
]

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  'path' in value &&
  'audience' in value

export const endpoints: Endpoint[] = domains.flatMap((domain) =>
  Object.values(domain).filter(isEndpoint),
)
