/** The tables of improvements: problems, the cases that show them, releases, and who is told. */
import type { ProblemState } from '../../contract/improvements.ts'
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
  created_at: Date
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

declare module '../platform/db/database.ts' {
  interface Database {
    problems: ProblemsTable
    problem_cases: ProblemCasesTable
    releases: ReleasesTable
    release_problems: ReleaseProblemsTable
    tellings: TellingsTable
  }
}
