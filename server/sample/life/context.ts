/** What a face tells about itself. */
import type { FeedbackContext } from '../../feedback/index.ts'
import type { Arrival } from './arrivals.ts'
import { dayMs } from './clock.ts'
import type { Matter } from './matter.ts'
import type { Talk } from './talk.ts'
import type { World } from './world.ts'

const screens = ['390×844', '393×873', '412×915', '360×800', '1920×1080', '414×896', '375×667']
const browsers = [
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
]

/** Where customers live, and how many of them beside the others. */
const regions = {
  ...{ 广东: 11, 江苏: 8, 浙江: 8, 山东: 6, 河南: 5, 四川: 6, 上海: 6, 北京: 6, 湖北: 4, 湖南: 4 },
  ...{ 福建: 4, 河北: 3, 安徽: 3, 辽宁: 3, 陕西: 3, 重庆: 3, 天津: 2, 广西: 2, 云南: 2, 贵州: 1 },
}
/** What broke did so in one region more than elsewhere: its gateway was the first to get the update. */
const hardestHit = '广东'
const hardHitShare = 0.4

export function contextOf(
  world: World,
  arrival: Arrival,
  talk: Talk,
  matter: Matter,
): FeedbackContext {
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
    region: regionOf(world, arrival),
    ...orderOf(world, talk, matter, arrival),
  }
}

function regionOf({ dice }: World, { incident }: Arrival): string {
  if (incident && dice.chance(hardHitShare)) return hardestHit
  const names = Object.keys(regions) as (keyof typeof regions)[]
  return dice.weighted(names, (name) => regions[name])
}

/** The app knows which order somebody looked at when they wrote, and what it cost. */
function orderOf(
  { dice }: World,
  talk: Talk,
  matter: Matter,
  { incident }: Arrival,
): FeedbackContext {
  if (matter.entry !== 'complaint' && !incident) return {}
  if (!dice.chance(incident ? 0.9 : 0.6)) return {}
  return { orderNo: talk.say('<order>'), amount: talk.say('<amount>') }
}

/** Most have the newest; the rest the one before. */
function versionAt({ dice, now, words }: World, { saidAt, incident }: Arrival): string {
  if (incident) return words.story.incident.version
  const out = words.story.versions.filter(({ day }) => now - day * dayMs <= saidAt)
  const oldest = words.story.versions.at(-1)
  const index = dice.chance(0.8) ? 0 : 1
  return (out[index] ?? out[0] ?? oldest)?.name ?? ''
}
