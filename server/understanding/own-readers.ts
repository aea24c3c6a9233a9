/** The models of workspaces as the reading thread keeps them. */
import { type Lesson, type Model, shippedModel, teach, unpackTaught } from '../../reading/index.ts'
import type { OwnModel } from './reading-thread.ts'

/** Models a thread keeps; some megabytes each. */
export const mostModels = 8

interface Reader {
  version: number
  learned: { id: string; lesson: Lesson }[]
  base: Model
  model: Model
}

const readers = new Map<string, Reader>()

/** The model of a workspace as last told; `told` is null when nothing changed since. */
export function modelOf(workspaceId: string, told: OwnModel | null): Model {
  const known = readers.get(workspaceId)
  const reader = told === null ? known : brought(known, told)
  if (reader === undefined) throw new Error('nobody told the model of this workspace')
  readers.delete(workspaceId)
  readers.set(workspaceId, reader)
  if (readers.size > mostModels) readers.delete(readers.keys().next().value as string)
  return reader.model
}

/** Only what is new is learned, as long as nothing was taken back. */
function brought(known: Reader | undefined, { version, weights, lessons }: OwnModel): Reader {
  const goesOn =
    known?.version === version &&
    known.learned.length <= lessons.length &&
    known.learned.every(({ id }, at) => lessons[at]?.id === id)
  const base = goesOn ? known.base : baseOf(weights)
  const from = goesOn ? known.model : base
  const news = lessons.slice(goesOn ? known.learned.length : 0).map(({ lesson }) => lesson)
  const taught = teach(from, news)
  const named = `${base.version}+${version}.${lessons.length}`
  const model = version + lessons.length === 0 ? base : { ...taught, version: named }
  return { version, learned: lessons, base, model }
}

function baseOf(weights: Uint8Array | null): Model {
  return { ...shippedModel(), taught: weights === null ? null : unpackTaught(weights) }
}
