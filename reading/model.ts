import { readFileSync } from 'node:fs'
import type { Lists } from './evidence.ts'
import { loadLists } from './lists.ts'
import type { Taught } from './taught.ts'
import { loadTable, type Table, type TableHead } from './weights.ts'

/** Where the heads draw their lines; found by training on authors it had not seen. */
export type Calibration = {
  /** Certainty of each exclusive head is eased by this much: 1 leaves it as it is. */
  ease: { kind: number; urgency: number }
  /** Below this certainty in the kind a reading abstains. */
  abstainBelow: number
  /** A second kind is named from here on. */
  secondFrom: number
  /** Something is felt from here on; below, the mood is neutral. */
  feltFrom: number
  topicsFrom: number
  /** A further topic must be this likely beside the main one. */
  shareOfMain: number
  risksFrom: number
}

/** What a reading is made with. Opaque to callers but for its version. */
export type Model = Readonly<{
  version: string
  lists: Lists
  table: Table
  calibration: Calibration
  /** What the people of a workspace taught it. */
  taught: Taught | null
}>

/** What stands in models/shipped.json, beside the bytes in models/shipped.bin. */
export type ModelHead = { version: string; calibration: Calibration; table: TableHead }

let shipped: Model | null = null

/**
 * The model that comes with the product, trained by `npm run train` on reading/seed/. Loaded when
 * first asked for: who only masks or searches needs none of it.
 */
export function shippedModel(): Model {
  shipped ??= loadModel()
  return shipped
}

/** Its version, without loading it. */
export function shippedVersion(): string {
  return shipped?.version ?? readHead().version
}

function readHead(): ModelHead {
  const file = new URL('./models/shipped.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as ModelHead
}

function loadModel(): Model {
  const head = readHead()
  const table = loadTable(head.table, new URL('./models/shipped.bin', import.meta.url))
  return {
    version: head.version,
    calibration: head.calibration,
    lists: loadLists(),
    table,
    taught: null,
  }
}
