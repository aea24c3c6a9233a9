/** How fast cases come together, and whether that stays so as there are more of them. */
import { createGrouper, printOf, read } from '../reading/index.ts'
import { openDice } from '../server/sample/life/dice.ts'
import { feedbackText, openTalk, voiceFor } from '../server/sample/life/talk.ts'
import { wordsOf } from '../server/sample/words/index.ts'
import { against, type Benchmark, type Finding, plain } from './report.ts'

const sizes = [10_000, 50_000, 100_000, 200_000]
const texts = 20_000
const readFor = 1_000
/** The last ten thousand of each size are timed. */
const timed = 10_000

/**
 * Placing a case is held against reading one, in the same run: what comes after the reading must not
 * cost more than it. The curve is the pace at each size beside the pace at the first.
 */
export const grouping: Benchmark = {
  name: 'grouping',
  async run(say) {
    const said = manyTexts()
    const reading = paceOf(readFor, (at) => read(said[at % texts] as string))
    const printing = paceOf(texts, (at) => printOf(said[at] as string))
    say(`read ${Math.round(reading)}/s, printed ${Math.round(printing)}/s`)
    const prints = said.map((text) => printOf(text))
    let made = 0
    const grouper = createGrouper({
      newId: () => {
        made += 1
        return `${made}`
      },
    })
    const findings: Finding[] = [
      plain('bare reading', 'texts/s', reading),
      plain('prints', 'texts/s', printing),
    ]
    let at = 0
    let first = 0
    for (const size of sizes) {
      for (; at < size - timed; at += 1) grouper.place(`${at}`, prints[at % texts] as never)
      const from = at
      const pace = paceOf(timed, (n) =>
        grouper.place(`${from + n}`, prints[(from + n) % texts] as never),
      )
      at += timed
      first ||= pace
      say(`${size} cases: ${Math.round(pace)}/s, ${grouper.size} compared with`)
      findings.push(
        against(
          `placing, at ${size.toLocaleString('en')} cases`,
          'cases/s',
          pace,
          size === sizes[0]
            ? { what: 'bare reading', figure: reading }
            : { what: `at ${(sizes[0] as number).toLocaleString('en')}`, figure: first },
          { atLeast: size === sizes[0] ? 0.5 : 0.4 },
          { remembered: grouper.size },
        ),
      )
    }
    return findings
  },
}

function paceOf(count: number, work: (at: number) => unknown): number {
  const startedAt = performance.now()
  for (let at = 0; at < count; at += 1) work(at)
  return count / ((performance.now() - startedAt) / 1000)
}

/** Feedback as the sample's customers write it, of three trades. */
function manyTexts(): string[] {
  const dice = openDice('grouping')
  const trades = (['store', 'wallet', 'mini_program'] as const).map(wordsOf)
  return Array.from({ length: texts }, () => {
    const words = dice.pick(trades)
    const matter = dice.pick(words.matters)
    const talk = openTalk(dice, words.story.slots)
    const voice = voiceFor(dice, matter.temper, { speaksEnglish: false })
    return feedbackText(dice, talk, matter, dice.pick(matter.threads), voice)
  })
}
