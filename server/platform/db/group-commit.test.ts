import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupCommit } from './group-commit.ts'

const refusedByData = () => Object.assign(new Error('bad row'), { code: '22P02' })

describe('group commit', () => {
  it('answers each item with its own output and shares transactions', async () => {
    const groups: number[][] = []
    const commits = groupCommit<number, string>({
      most: 10,
      lanes: 1,
      async commit(_key, items) {
        groups.push(items)
        await new Promise((resolve) => setTimeout(resolve, 5))
        return items.map((item) => `done ${item}`)
      },
    })
    const outputs = await Promise.all(Array.from({ length: 25 }, (_, i) => commits.run('w', i)))
    expect(outputs).toEqual(Array.from({ length: 25 }, (_, i) => `done ${i}`))
    expect(groups.length).toBeLessThanOrEqual(4)
    expect(Math.max(...groups.map((group) => group.length))).toBeLessThanOrEqual(10)
  })

  it('never mixes keys', async () => {
    const seen: [string, number[]][] = []
    const commits = groupCommit<number, number>({
      most: 10,
      lanes: 2,
      async commit(key, items) {
        seen.push([key, items])
        return items
      },
    })
    await Promise.all([commits.run('a', 1), commits.run('b', 2), commits.run('a', 3)])
    for (const [key, items] of seen)
      expect(items.every((item) => (item === 2 ? 'b' : 'a') === key)).toBe(true)
  })

  it('a bad item fails alone, whatever its neighbours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
        async (goodness) => {
          const commits = groupCommit<boolean, true>({
            most: 16,
            lanes: 1,
            async commit(_key, items) {
              if (items.includes(false)) throw refusedByData()
              return items.map(() => true)
            },
          })
          const settled = await Promise.allSettled(goodness.map((good) => commits.run('w', good)))
          expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(goodness)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('a lost database fails the group at once and the next group can succeed', async () => {
    let calls = 0
    const commits = groupCommit<number, number>({
      most: 100,
      lanes: 1,
      async commit(_key, items) {
        calls += 1
        if (calls === 1) throw Object.assign(new Error('gone'), { code: '57P01' })
        return items
      },
    })
    const lost = await Promise.allSettled([commits.run('w', 1), commits.run('w', 2)])
    expect(lost.every(({ status }) => status === 'rejected')).toBe(true)
    expect(calls).toBe(1)
    await expect(commits.run('w', 3)).resolves.toBe(3)
  })
})
