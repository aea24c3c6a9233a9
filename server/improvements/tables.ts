/** The tables of improvements: problems, the cases that show them, releases, and who is told. */
import type { GroupState } from '../../contract/candidates.ts'
import type { CauseKind, ProblemState } from '../../contract/improvements.ts'
import type { Default } from '../platform/db/database.ts'

export interface ProblemsTable {
  workspace_id: string
  id: string
  number: number
  title: string
  description: string
  state: ProblemState
  owner_id: string | null
  /** Counts over its cases. */
  cases: Default<number>
  customers: Default<number>
  first_seen_at: Date | null
  last_seen_at: Date | null
  /** The published release that fixed it. */
  fixed_in: string | null
  /** Why it is there, as people found out. */
  cause_kind: CauseKind | null
  root_cause: Default<string>
  created_at: Date
  /** What customers are told of it while they write; null: never told anything. */
  public_title: string | null
  public_note: string | null
  /** Null: not told now. */
  public_since: Date | null
  public_changed_at: Date | null
}

/** The problem each case counts towards: see follow-links.ts. */
export interface ProblemCasesTable {
  workspace_id: string
  case_id: string
  problem_id: string
}

export interface ReleasesTable {
  workspace_id: string
  id: string
  name: string
  notes: string
  published_at: Date | null
  created_at: Date
}

export interface ReleaseProblemsTable {
  workspace_id: string
  release_id: string
  problem_id: string
}

/** Who is to be told of a release, and who was. */
export interface TellingsTable {
  workspace_id: string
  release_id: string
  case_id: string
  told_at: Date | null
}

/** Cases that seem to speak of one matter. */
export interface CaseGroupsTable {
  workspace_id: string
  id: string
  state: GroupState
  problem_id: string | null
  /** A person had a hand in it. */
  decided: Default<boolean>
  cases: Default<number>
  customers: Default<number>
  first_seen_at: Date | null
  last_seen_at: Date | null
  /** What its texts share, and a sentence of theirs that says it. */
  words: string[]
  title: string
  typical_id: string | null
  /** How many cases it had when these were found. */
  described_at_cases: Default<number>
  made_at: Date
}

/** What a case is compared by, and where it was put. */
export interface CasePrintsTable {
  workspace_id: string
  case_id: string
  customer_id: string
  opened_at: Date
  /** Terms and their weights in turn, separated by spaces. */
  print: string
  group_id: string | null
  /** A person put it there. */
  decided: Default<boolean>
  /** Those most alike when it came. */
  near: string[]
  /** Grows with each change in the workspace. */
  stamp: number
}

/** Two cases of which somebody said whether they are the same matter; the lesser id first. */
export interface CaseLikenessesTable {
  workspace_id: string
  one_id: string
  other_id: string
  same: boolean
  member_id: string | null
  said_at: Date
}

export interface GroupRefusalsTable {
  workspace_id: string
  group_id: string
  case_id: string
  said_at: Date
}

export interface GroupingStatesTable {
  workspace_id: string
  stamp: Default<number>
  epoch: Default<number>
  /** Since when what was there before is grouped too. */
  arranged_at: Date | null
}

declare module '../platform/db/database.ts' {
  interface Database {
    problems: ProblemsTable
    problem_cases: ProblemCasesTable
    releases: ReleasesTable
    release_problems: ReleaseProblemsTable
    tellings: TellingsTable
    case_groups: CaseGroupsTable
    case_prints: CasePrintsTable
    case_likenesses: CaseLikenessesTable
    group_refusals: GroupRefusalsTable
    grouping_states: GroupingStatesTable
  }
}
