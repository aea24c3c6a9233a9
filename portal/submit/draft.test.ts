import { expect, test } from 'vitest'
import type { Keeping } from '../keeping.ts'
import { dropDraft, emptyDraft, hasContent, keepDraft, openDraft } from './draft.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('a draft comes back as it was, with the key it was given', () => {
  const phone = inMemory()
  const draft = { ...openDraft(phone, 'qinghe').draft, text: '少了一只', fields: { order_no: '1' } }
  keepDraft(phone, 'qinghe', draft)
  expect(openDraft(phone, 'qinghe')).toEqual({ draft, isRestored: true })
  expect(draft.submissionKey).toMatch(UUID)
})

test('after submitting, the next draft is empty and has another key', () => {
  const phone = inMemory()
  const sent = { ...emptyDraft(), text: '少了一只' }
  keepDraft(phone, 'qinghe', sent)
  dropDraft(phone, 'qinghe')
  const { draft, isRestored } = openDraft(phone, 'qinghe')
  expect(isRestored).toBe(false)
  expect(draft.text).toBe('')
  expect(draft.submissionKey).not.toBe(sent.submissionKey)
})

test('each workspace has its own draft', () => {
  const phone = inMemory()
  keepDraft(phone, 'qinghe', { ...emptyDraft(), text: '少了一只' })
  expect(openDraft(phone, 'other').draft.text).toBe('')
})

test('a draft of an earlier version of the page gets what it lacks', () => {
  const phone = inMemory()
  phone.write('draft.qinghe', { submissionKey: 'k', text: '旧的', contact: { email: 'a@b.cn' } })
  const { draft } = openDraft(phone, 'qinghe')
  expect(draft).toMatchObject({ submissionKey: 'k', text: '旧的', evidence: [], entry: 'feedback' })
  expect(draft.contact).toEqual({ name: '', email: 'a@b.cn', phone: '' })
})

test('spaces are nothing to be restored; a phone number is', () => {
  expect(hasContent({ ...emptyDraft(), text: ' \n ' })).toBe(false)
  expect(hasContent({ ...emptyDraft(), contact: { name: '', email: '', phone: '1' } })).toBe(true)
})

test('keys are UUIDs on plain http too, where the browser makes none', () => {
  const { randomUUID } = crypto
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
  try {
    const keys = new Set(Array.from({ length: 50 }, () => emptyDraft().submissionKey))
    expect(keys.size).toBe(50)
    for (const key of keys) expect(key).toMatch(UUID)
  } finally {
    Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true })
  }
})

/** A device that forgets when the test ends. */
function inMemory(): Keeping {
  const kept = new Map<string, string>()
  return {
    read: <T>(key: string) => {
      const text = kept.get(key)
      return text === undefined ? null : (JSON.parse(text) as T)
    },
    write(key, value) {
      kept.set(key, JSON.stringify(value))
      return true
    },
    drop: (key) => void kept.delete(key),
  }
}
