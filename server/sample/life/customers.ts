/** Who writes. Names are as people call themselves; numbers are of a range nobody has. */
import type { ChannelKind } from '../../../contract/values.ts'
import type { Author } from '../../customers/index.ts'
import { names } from '../words/customers.ts'
import type { Dice } from './dice.ts'

export interface Person {
  /** That of their first feedback. */
  id: string | null
  author: Author
  /** The account they have in the operator's app. */
  external: string | null
  speaksEnglish: boolean
  /** Feedback so far. */
  said: number
  /** Until then they wait for something of ours, and write there. */
  busyUntil: number
}

const mostFeedback = 5
const englishShare = 0.035

export interface People {
  /** Someone who came through the operator's app, maybe not for the first time. */
  known(atMs: number): Person
  /** Someone who typed who they are, or did not. */
  guest(channel: ChannelKind): Person
}

export function openPeople(dice: Dice): People {
  const regulars: Person[] = []
  let made = 0

  function person({ speaksEnglish }: { speaksEnglish: boolean }): Person {
    made += 1
    return {
      id: null,
      author: { name: nameOf(dice, { speaksEnglish }), locale: speaksEnglish ? 'en' : 'zh-CN' },
      external: null,
      speaksEnglish,
      said: 0,
      busyUntil: 0,
    }
  }

  return {
    known(atMs) {
      const back = regulars.filter(({ said, busyUntil }) => said < mostFeedback && busyUntil < atMs)
      if (back.length > 40 && dice.chance(0.5)) return dice.pick(back.slice(-700))
      const fresh = person({ speaksEnglish: dice.chance(englishShare) })
      const external = `u${100_000 + made * 7 + dice.whole(0, 6)}`
      fresh.external = external
      fresh.author = {
        ...fresh.author,
        external,
        vouched: true,
        ...(dice.chance(0.5) ? { phone: phoneOf(made) } : {}),
      }
      regulars.push(fresh)
      return fresh
    },
    guest(channel) {
      const fresh = person({
        speaksEnglish: channel !== 'import' && dice.chance(englishShare),
      })
      if (dice.chance(0.28)) delete fresh.author.name
      if (dice.chance(0.42)) fresh.author.phone = phoneOf(made)
      else if (dice.chance(0.22)) fresh.author.email = `user${1000 + made}@example.com`
      return fresh
    },
  }
}

function nameOf(dice: Dice, { speaksEnglish }: Pick<Person, 'speaksEnglish'>): string {
  if (speaksEnglish) return dice.pick(names.westernNames)
  if (dice.chance(0.45)) return `${dice.pick(names.surnames)}${dice.pick(names.titles)}`
  const nickname = dice.pick(names.nicknames)
  return dice.chance(0.35)
    ? `${nickname}${dice.pick(['', '啊', '_', '~', String(dice.whole(1, 99))])}`
    : nickname
}

/** 199 0000 xxxx: assigned to nobody; ten thousand people each have their own. */
function phoneOf(person: number): string {
  return `1990000${String((person * 7919) % 10_000).padStart(4, '0')}`
}
