import { type Model, shippedModel } from '../model.ts'
import { gramsOf } from '../ngrams.ts'
import { isConcept, isPlace } from './print.ts'

/** A meaning stands for words of which each alone would be rarer. */
const conceptRarity = 4.5
const placeRarity = 6

/** How seldom a term stands in feedback of any trade, as training saw it: ln(1 + texts ÷ texts with it). */
export function rarityOf(term: string, model: Model = shippedModel()): number {
  if (isConcept(term)) return conceptRarity
  if (isPlace(term)) return placeRarity
  const bucket = gramsOf(term).at(-1)?.bucket
  const { of, unseen } = model.table.rarity
  return (bucket === undefined ? 0 : (of[bucket] as number)) || unseen
}
