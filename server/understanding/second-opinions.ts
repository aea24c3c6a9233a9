import { ask, keepOpinion, mayUse, opinionsOn, withoutNames } from '../assistant/index.ts'
import { type FeedbackFacts, loadFeedback } from '../feedback/index.ts'
import { AiFailure } from '../platform/ai/failure.ts'
import type { Ctx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { opinionPrompt } from './opinion-prompt.ts'
import type { KeptReading } from './tables.ts'

/** Less sure than that of the kind, the offline reading is worth a second look. */
const sureEnough = 0.55
const atOnce = 4

export function isDoubtful({ abstained, kind }: KeptReading): boolean {
  return abstained || kind.confidence < sureEnough
}

/**
 * On what the offline reading was unsure about, the operator's language model is asked as well. Its
 * opinion stands beside the reading and changes none of its labels; where none comes, the reading
 * stands alone. Records of the past are not asked about.
 */
export const giveSecondOpinions = reaction<'feedback.doubted'>({
  name: 'understanding.secondOpinions',
  batch: 20,
  pace: 'long',
  async run(ctx, events) {
    if (!(await mayUse(ctx, 'opinions'))) return
    const ids = [...new Set(events.map(({ data }) => data.feedbackId))]
    const there = await opinionsOn(ctx, ids)
    const left = (await loadFeedback(ctx, ids)).filter(
      ({ id, history }) => !there.has(id) && !history,
    )
    const ask = async () => {
      for (let one = left.shift(); one; one = left.shift()) await askAbout(ctx, one)
    }
    await Promise.all(Array.from({ length: atOnce }, ask))
  },
})

async function askAbout(ctx: Ctx, { id, words, author }: FeedbackFacts): Promise<void> {
  try {
    const said = await ask(ctx, 'opinions', opinionPrompt(withoutNames(words, [author.name])))
    await keepOpinion(ctx, id, said.value, said)
  } catch (error) {
    // Told in the log by `ask`; the offline reading does without.
    if (!(error instanceof AiFailure)) throw error
  }
}
