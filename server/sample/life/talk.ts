/** Sentences as people type them: choices made, slots filled, in the voice of whoever writes. */
import { common } from '../words/slots.ts'
import { temperWords, type VoiceName, voices } from '../words/voices.ts'
import type { Dice } from './dice.ts'
import type { Line, Matter, Thread } from './matter.ts'

export interface Talk {
  /** One line in words. */
  say(line: Line): string
  /** Sets what a slot says in this talk. */
  set(slot: string, value: string): void
}

/** A talk remembers what its slots said, so that an order keeps its number. */
export function openTalk(dice: Dice, slots: Readonly<Record<string, readonly Line[]>>): Talk {
  const said = new Map<string, string>()

  function slot(name: string): string {
    const known = said.get(name)
    if (known !== undefined) return known
    const lines = slots[name] ?? common[name]
    if (!lines) throw new Error(`no slot is called <${name}>`)
    const value = say(dice.deal(lines))
    said.set(name, value)
    return value
  }
  function say(line: Line): string {
    return line
      .replace(/\[([^\]]*)\]/g, (_, choices: string) => dice.pick(choices.split('|')))
      .replace(/<([a-z_]+)>/g, (_, name: string) => slot(name))
      .replace(/#+/g, (digits) => [...digits].map(() => dice.whole(0, 9)).join(''))
  }
  return { say, set: (name, value) => said.set(name, value) }
}

export function voiceFor(
  dice: Dice,
  temper: Matter['temper'],
  { speaksEnglish }: { speaksEnglish: boolean },
): VoiceName {
  if (speaksEnglish) return 'english'
  const names = Object.keys(voices) as VoiceName[]
  return dice.weighted(names, (name) => voices[name][temper])
}

/** The text of a feedback. */
export function feedbackText(
  dice: Dice,
  talk: Talk,
  matter: Matter,
  thread: Thread,
  voice: VoiceName,
): string {
  if (voice === 'english') {
    const text = talk.say(dice.deal(matter.en))
    return dice.chance(0.2) ? text.toLowerCase() : text
  }
  const words = temperWords[voice]
  const count = dice.weighted([0, 1, 2, 3], (n) => words.sentences[n] ?? 0)
  const lines = [talk.say(dice.deal(thread.opens))]
  const left = [...thread.more, ...matter.more]
  for (let i = 0; i < count && left.length > 0; i++)
    lines.push(talk.say(left.splice(dice.whole(0, left.length - 1), 1)[0] as Line))
  if (dice.chance(words.before.chance)) lines.unshift(talk.say(dice.deal(words.before.lines)))
  if (dice.chance(words.after.chance))
    lines.push(talk.say(dice.deal(words.after[matter.temper] ?? words.after.lines)))
  return typed(dice, joined(dice, lines, words.joints), voice)
}

/** What a customer types in a case that is there already. */
export function replyText(dice: Dice, talk: Talk, line: Line, voice: VoiceName): string {
  const text = talk.say(line)
  return voice === 'english' ? text : typed(dice, text, voice)
}

/** Ends each line as it is typed: a mark that stands already stays. */
function joined(dice: Dice, lines: string[], joints: readonly string[]): string {
  const joint = dice.pick(joints)
  return lines
    .map((line, index) => {
      const last = index === lines.length - 1
      if (/[。！？!?~～…）)\p{Extended_Pictographic}\n]$/u.test(line))
        return joint === ' ' && !last ? `${line} ` : line
      if (!last) return `${line}${joint}`
      return joint === '。' || joint === '，' ? `${line}${dice.chance(0.55) ? '。' : ''}` : line
    })
    .join('')
}

function typed(dice: Dice, text: string, voice: VoiceName): string {
  const { habit } = temperWords[voice]
  let result = text
  if (habit === 'spaces')
    result = result
      .replace(/[，。；]/g, ' ')
      .replace(/：/g, ' ')
      .trim()
  if (habit === 'bangs' && !/谢|好的|收到/.test(result)) result = shouted(dice, result)
  if (habit === 'typos') result = mistyped(dice, result)
  if (habit === 'bare') result = result.replace(/[。.]$/, '')
  if (habit === 'dots')
    result = result.replace(/[。，](?=.)/g, () => dice.pick(['。。', '...', '，', '。。。']))
  return result
}

function shouted(dice: Dice, text: string): string {
  const loud = text.replace(/[。！]+$/, '').replace(/。/g, '！')
  return /[？?]$/.test(loud) ? loud : `${loud}${dice.pick(['！', '！！', '！！！', ''])}`
}

const slips: readonly (readonly [string, string])[] = [
  ['登录', '登陆'],
  ['账号', '帐号'],
  ['已经', '以经'],
  ['怎么', '咋么'],
  ['一直', '一只'],
  ['客服', '客户'],
  ['必须', '必需'],
  ['什么', '神马'],
  ['再', '在'],
  ['的时候', '得时候'],
  ['做', '作'],
  ['好像', '好象'],
  ['像', '象'],
  ['没有', '没友'],
  ['订单', '定单'],
  ['付款', '付宽'],
  ['不能', '不嫩'],
  ['还是', '还事'],
]

function mistyped(dice: Dice, text: string): string {
  const fitting = slips.filter(([right]) => text.includes(right))
  if (fitting.length === 0) return text
  const [right, wrong] = dice.pick(fitting)
  return text.replace(right, wrong)
}
