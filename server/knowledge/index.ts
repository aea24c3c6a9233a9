/**
 * Knowledge: what we know the answer to. Members write answers, with the ways in which people ask for
 * them; customers see those that fit while they write, members while they answer. When one solved it,
 * the customer's own wording is learned as another way to ask.
 *
 * `keepShelves` is how other domains let their own texts be found in the same manner.
 */
import './tables.ts'

export { findAnswers } from './answers.ts'
export { keepShelves } from './keep-shelves.ts'
export { loadKnowledgePresets } from './presets/load-presets.ts'
