import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGrouper, printOf, sharedWords, tellingWords, typicalSentence } from './index.ts'
import { mostTerms } from './print.ts'

const cart = [
  '更新之后一进购物车就闪退',
  '购物车一点开就闪退，重装也没用',
  '点购物车闪退，昨天更新的版本',
  '新版本打开购物车直接闪退回桌面',
]
const code = [
  '登录收不到短信验证码，试了五次',
  '短信验证码收不到，没法登录',
  '换了手机以后登录短信验证码一直收不到',
]
/** The same pleading around different matters. */
const pleas = [
  '您好，请贵单位加快处理，尽快给我一个答复：楼下的路灯半年没亮过，谢谢',
  '您好，请贵单位加快处理，尽快给我一个答复：孩子的学籍转不过来，谢谢',
  '您好，请贵单位加快处理，尽快给我一个答复：快递把花盆摔碎了，谢谢',
]

function unlikeAnyOther(at: number): string {
  return Array.from({ length: 6 }, (_, n) => String.fromCodePoint(0x5100 + at * 37 + n * 5)).join(
    '',
  )
}

function grouper() {
  let made = 0
  return createGrouper({
    newId: () => {
      made += 1
      return `g${made}`
    },
  })
}

/** The group of each text, by its place in the list. */
function grouped(texts: readonly string[], order = texts.map((_, at) => at)) {
  const one = grouper()
  for (const at of order) one.place(String(at), printOf(texts[at] as string))
  return texts.map((_, at) => one.groupOf(String(at)))
}

describe('texts', () => {
  it('of one matter come together, of two stay apart', () => {
    const groups = grouped([...cart, ...code])
    expect(new Set(groups.slice(0, 4)).size).toBe(1)
    expect(new Set(groups.slice(4)).size).toBe(1)
    expect(groups[0]).not.toBeNull()
    expect(groups[0]).not.toBe(groups[4])
  })

  it('do so in whatever order they come', () => {
    const texts = [...cart, ...code, ...pleas]
    const places = texts.map((_, at) => at)
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (order) => {
        const groups = grouped(texts, order)
        expect(new Set(groups.slice(0, 4)).size).toBe(1)
        expect(new Set(groups.slice(4, 7)).size).toBe(1)
        expect(groups[0]).not.toBe(groups[4])
      }),
      { numRuns: 30 },
    )
  })

  it('are not alike for how they ask', () => {
    expect(grouped(pleas)).toEqual([null, null, null])
  })

  it('about other places are other matters', () => {
    const groups = grouped(['桂花路的路灯坏了三个月没人修', '春晓小学门口的路灯坏了没人修'])
    expect(groups).toEqual([null, null])
  })

  it('are told those most alike when they come', () => {
    const one = grouper()
    one.place('a', printOf(cart[0] as string))
    one.place('b', printOf(code[0] as string))
    const [, placed] = one.place('c', printOf(cart[1] as string))
    expect(placed?.near[0]?.id).toBe('a')
    expect(placed?.near[0]?.likeness).toBeGreaterThan(0.3)
  })
})

describe('what people decided', () => {
  it('stands: parted texts do not meet again', () => {
    const one = grouper()
    one.part('a', 'b')
    one.place('a', printOf(cart[0] as string))
    one.place('b', printOf(cart[1] as string))
    expect(one.groupOf('b')).toBeNull()
  })

  it('stands: a text does not go back to a group it was taken from', () => {
    const one = grouper()
    one.restore('a', printOf(cart[0] as string), 'known')
    one.restore('b', printOf(cart[1] as string), 'known')
    one.refuse('c', 'known')
    one.place('c', printOf(cart[2] as string))
    expect(one.groupOf('c')).not.toBe('known')
  })

  it('is gone on with after a restart', () => {
    const one = grouper()
    for (const [at, text] of cart.entries())
      one.restore(`${at}`, printOf(text), at < 3 ? 'known' : null)
    expect(one.place('new', printOf('购物车闪退，刚更新完'))[0]).toMatchObject({ groupId: 'known' })
  })
})

describe('memory', () => {
  it('is bounded: the oldest go, and what is forgotten is not compared with', () => {
    const one = createGrouper({ newId: () => 'g', capacity: 50 })
    for (let at = 0; at < 400; at += 1) one.place(`${at}`, printOf(unlikeAnyOther(at)))
    expect(one.size).toBeLessThanOrEqual(50)
    expect(one.has('0')).toBe(false)
    one.forget('399')
    expect(one.has('399')).toBe(false)
  })

  it('of a large group is of some of its texts', () => {
    const one = grouper()
    for (let at = 0; at < 200; at += 1) one.place(`${at}`, printOf(cart[at % 4] as string))
    expect(one.size).toBeLessThan(60)
    expect(one.place('last', printOf(cart[0] as string))[0]?.groupId).toBe('g1')
  })
})

describe('a print', () => {
  it('is made of any string, bounded, without personal data', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { terms, weights } = printOf(text)
        expect(terms.length).toBeLessThanOrEqual(mostTerms)
        expect(weights).toHaveLength(terms.length)
        expect(terms.every((term) => term !== '' && !/\s/.test(term))).toBe(true)
      }),
    )
    const { terms } = printOf('电话 13812345678，邮箱 mei@example.com，退款没到账')
    expect(terms.join(' ')).not.toMatch(/138|mei|example/)
  })
})

describe('what a group is about', () => {
  it('is said by words that stand in its texts, and one of their sentences', () => {
    const words = sharedWords(cart)
    expect(words[0]).toContain('购物车')
    expect(words.join(' ')).toContain('闪退')
    const { sentence, at } = typicalSentence(cart, words)
    expect(cart[at]).toContain(sentence)
    expect(sentence).toContain('闪退')
  })

  it('is said in whole words', () => {
    expect(sharedWords(code)).toEqual(expect.arrayContaining(['短信验证码', '收不到']))
  })

  it('tells no personal data', () => {
    const { sentence } = typicalSentence(
      ['我13812345678充值没到账', '充值没到账'],
      ['充值', '没到账'],
    )
    expect(sentence).not.toContain('13812345678')
  })

  it('is nothing where nothing is shared', () => {
    expect(sharedWords(['路灯坏了', '学籍转不了'])).toEqual([])
    expect(typicalSentence([], [])).toEqual({ sentence: '', at: 0 })
  })
})

describe('words that some texts say far more often than others', () => {
  const prints = (texts: readonly string[]) => texts.map((text) => printOf(text))

  it('come first, with their shares', () => {
    const others = [...code, ...code, ...pleas]
    const [first, ...more] = tellingWords(prints(cart), prints(others), cart, 5)
    expect([first?.word, ...more.map(({ word }) => word)].join(' ')).toContain('购物车')
    expect(first).toMatchObject({ here: 1, elsewhere: 0 })
  })

  it('are none where nothing is told apart', () => {
    expect(tellingWords(prints(cart), prints(cart), cart, 5)).toEqual([])
    expect(tellingWords([], [], [], 5)).toEqual([])
  })
})
