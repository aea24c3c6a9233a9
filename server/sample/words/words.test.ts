/** Every sentence can be said, and every matter has its place. */
import { describe, expect, it } from 'vitest'
import { businesses } from '../../../contract/values.ts'
import { openDice } from '../life/dice.ts'
import type { Fields, Matter } from '../life/matter.ts'
import { openTalk } from '../life/talk.ts'
import { wordsOf } from './index.ts'

const inFields = (fields: Fields) => Object.values(fields).flat()
const linesOf = ({ threads, more, notes, en, enAnswers, fields }: Matter) => [
  ...threads.flatMap((one) => [
    ...one.opens,
    ...one.more,
    ...one.answers,
    one.question ?? '无',
    one.reply ?? '无',
    ...inFields(one.fields),
  ]),
  ...[more, notes, en, enAnswers, inFields(fields)].flat(),
]

describe.each(businesses)('the words of %s', (business) => {
  const { matters, outage, story } = wordsOf(business)
  const all = [...matters, outage]

  it('hold hundreds of sentences', () => {
    expect(all.flatMap(linesOf).length).toBeGreaterThan(300)
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  })

  it('can all be said: choices close, slots are known', () => {
    const dice = openDice(business)
    for (const line of all.flatMap(linesOf))
      for (let i = 0; i < 8; i++) {
        const said = openTalk(dice, story.slots).say(line)
        expect(said, line).not.toMatch(/[[\]<>|#]/)
        expect(said.trim(), line).not.toBe('')
      }
  })

  it('have an answer to every turn, and a reply to every question', () => {
    for (const { key, threads, weight } of all) {
      expect(threads.length, key).toBeGreaterThan(0)
      expect(weight, key).not.toBeNaN()
      for (const { opens, answers, question, reply } of threads) {
        expect(answers.length, `${key}: ${opens[0]}`).toBeGreaterThan(0)
        expect(question === null, `${key}: ${opens[0]}`).toBe(reply === null)
      }
    }
  })

  it('answer in English whoever wrote in English', () => {
    for (const { en, enAnswers, key } of all) expect(enAnswers.length > 0, key).toBe(en.length > 0)
  })

  it('tell a story whose parts belong together', () => {
    const releases = story.releases.map(({ name }) => name)
    for (const { title, matters: behind, release } of story.problems) {
      for (const said of behind) {
        const [key, word = ''] = said.split('/')
        const lines = all.filter((matter) => matter.key === key).flatMap(linesOf)
        expect(
          lines.some((line) => line.includes(word)),
          `${title}: ${said}`,
        ).toBe(true)
      }
      if (release !== undefined) expect(releases, title).toContain(release)
    }
    expect(story.problems).toContain(story.incident.problem)
    expect(story.releases).toContain(story.incident.release)
  })
})
