/** What a face tells about itself. */
import type { FeedbackContext } from '../../feedback/index.ts'
import type { Arrival } from './arrivals.ts'
import { dayMs } from './clock.ts'
import type { Talk } from './talk.ts'
import type { World } from './world.ts'

const screens = ['390×844', '393×873', '412×915', '360×800', '1920×1080', '414×896', '375×667']
const browsers = [
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
]

export function contextOf(world: World, arrival: Arrival, talk: Talk): FeedbackContext {
  const { dice } = world
  if (arrival.channel === 'import') return {}
  if (arrival.channel === 'portal')
    return { browser: dice.pick(browsers), screen: dice.pick(screens) }
  const model = talk.say('<phone>')
  const isApple = /iphone|苹果/i.test(model)
  return {
    version: versionAt(world, arrival),
    model,
    system: isApple
      ? dice.pick(['iOS 16.6', 'iOS 17.5', 'iOS 18.1'])
      : dice.pick(['Android 13', 'Android 14', 'Android 15']),
    network: dice.pick(['wifi', '5g', '5g', '4g']),
  }
}

/** Most have the newest; the rest the one before. */
function versionAt({ dice, now, words }: World, { saidAt, incident }: Arrival): string {
  if (incident) return words.story.incident.version
  const out = words.story.versions.filter(({ day }) => now - day * dayMs <= saidAt)
  const oldest = words.story.versions.at(-1)
  const index = dice.chance(0.8) ? 0 : 1
  return (out[index] ?? out[0] ?? oldest)?.name ?? ''
}
