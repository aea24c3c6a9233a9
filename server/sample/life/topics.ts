/** What is written about then: a cause that lasts brings more of its turns, one put right fewer. */
import type { Arrival } from './arrivals.ts'
import type { Person } from './customers.ts'
import type { Matter, Thread } from './matter.ts'
import type { Problem, World } from './world.ts'

/** What remains of a cause that was put right. */
const remains = 0.3

export function matterAt(world: World, { saidAt }: Arrival, person: Person): Matter {
  const matters = person.speaksEnglish
    ? world.words.matters.filter(({ en }) => en.length > 0)
    : world.words.matters
  return world.dice.weighted(matters, (matter) => {
    const lasting = world.problems.filter(
      (problem) =>
        lasts(problem, saidAt) && matter.threads.some((one) => isOf(problem, matter, one)),
    )
    return matter.weight * lasting.reduce((most, { story }) => Math.max(most, story.boost), 1)
  })
}

export function threadAt(world: World, matter: Matter, { saidAt }: Arrival): Thread {
  return world.dice.weighted(matter.threads, (thread) => {
    const own = world.problems.filter((problem) => isOf(problem, matter, thread))
    if (own.some((problem) => lasts(problem, saidAt))) return 8
    // Longer turns, with more ways to say them, are the commoner ones.
    return Math.sqrt(thread.opens.length) * (own.some(({ from }) => from < saidAt) ? remains : 1)
  })
}

/** The cause it shares with others, where somebody finds it. */
export function problemAt(
  world: World,
  matter: Matter,
  thread: Thread,
  { saidAt, channel, incident }: Arrival,
): Problem | null {
  if (incident) return world.incidentProblem
  if (channel === 'import') return null
  const found = world.problems.find(
    (problem) => !problem.incident && lasts(problem, saidAt) && isOf(problem, matter, thread),
  )
  return found && world.dice.chance(found.story.share) ? found : null
}

function lasts({ from, release }: Problem, at: number): boolean {
  return at >= from && at < (release?.publishedAt ?? Number.POSITIVE_INFINITY)
}

function isOf({ story }: Problem, matter: Matter, thread: Thread): boolean {
  return story.matters.some((said) => {
    const [key, word = ''] = said.split('/')
    if (key !== matter.key) return false
    return [...thread.opens, ...thread.more, ...thread.answers].some((line) => line.includes(word))
  })
}
