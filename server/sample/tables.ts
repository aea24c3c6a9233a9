/** The table of samples: which workspace has one, and how far it is. */

export type SampleState = 'loading' | 'ready' | 'removing'

export interface SamplesTable {
  /** The operator's. */
  workspace_id: string
  /** The generated one; its row in workspaces appears when it is full. */
  sample_id: string
  state: SampleState
  /** 0–1 */
  progress: number
  /** The member who asked for it: some of its cases are theirs. */
  requested_by: string | null
  /** When the work was last seen to go on. */
  touched_at: Date
}

declare module '../platform/db/database.ts' {
  interface Database {
    samples: SamplesTable
  }
}
