import { expect, test } from 'vitest'
import { CallError } from '../../contract/client.ts'
import { submittedOnce } from './submitted-once.ts'

const refusal = (status: number, code: string) =>
  new CallError(status, { type: 'about:blank', status, code })

/** A server that keeps the first words of each key. */
function aServer() {
  const kept = new Map<string, string>()
  return {
    kept,
    async submit({ submissionKey, text }: { submissionKey: string; text: string }) {
      const before = kept.get(submissionKey) ?? text
      if (before !== text) throw refusal(409, 'idempotency_key_reused')
      kept.set(submissionKey, text)
      return text
    },
  }
}

test('words whose key was used for others arrive under a key of their own, which is kept from then on', async () => {
  const { kept, submit } = aServer()
  const fresh: { submissionKey: string }[] = []
  const send = (text: string) =>
    submittedOnce({ submissionKey: 'first', text }, submit, (body) => void fresh.push(body))
  expect([await send('还没到'), await send('还没到')]).toEqual(['还没到', '还没到'])
  expect(fresh).toEqual([])
  expect(await send('还没到，要退款')).toBe('还没到，要退款')
  expect([...kept.values()]).toEqual(['还没到', '还没到，要退款'])
  expect(fresh).toEqual([{ submissionKey: [...kept.keys()][1], text: '还没到，要退款' }])
})

test('what is refused for another reason is not tried again', async () => {
  let tries = 0
  const refuse = () => {
    tries += 1
    return Promise.reject(refusal(400, 'category_unknown'))
  }
  const sent = submittedOnce({ submissionKey: 'first' }, refuse, () => {})
  await expect(sent).rejects.toMatchObject({ code: 'category_unknown' })
  expect(tries).toBe(1)
})
