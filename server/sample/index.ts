/**
 * Sample: a believable year in a workspace of its own, beside the operator's, to look around in and
 * to try things out; one button makes it, another takes it away without a trace. All of it is made
 * up: people, numbers, sentences. Rows are written as real ones would stand after that year, by the
 * domains' own rules (life/), from sentences kept in words/; no fact of that past has reactions, so
 * no mail ever leaves.
 */
import './tables.ts'

export { clearSample } from './clear-sample.ts'
export { fillSample } from './fill-sample.ts'
