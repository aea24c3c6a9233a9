/** A believable workspace to look around in: generated, a year long, removable. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Slug } from './values.ts'

/** The sample workspace, beside the operator's own. */
export const SampleView = z.object({
  state: z.enum(['absent', 'loading', 'ready', 'removing']),
  slug: Slug.nullable(),
  /** 0–1 while loading. */
  progress: z.number(),
})
export type SampleView = z.infer<typeof SampleView>

export const readSample = endpoint({
  id: 'sample.read',
  method: 'GET',
  path: '/api/v1/sample',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'Is the sample workspace there?',
  reply: SampleView,
})

export const loadSample = endpoint({
  id: 'sample.load',
  method: 'POST',
  path: '/api/v1/sample',
  audience: 'member',
  permission: 'sample.manage',
  summary: 'Make a generated sample workspace with a year of life in it',
  reply: SampleView,
  status: 202,
})

export const removeSample = endpoint({
  id: 'sample.remove',
  method: 'DELETE',
  path: '/api/v1/sample',
  audience: 'member',
  permission: 'sample.manage',
  summary: 'Remove the sample workspace and all that is in it',
  reply: SampleView,
  status: 202,
})
