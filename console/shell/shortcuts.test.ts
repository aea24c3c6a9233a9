import { describe, expect, test } from 'vitest'
import type { Ability, Here } from './abilities.ts'
import { goAbilities, helpAbilities } from './navigation.ts'
import { abilityFor, keyCaps, keyName, type Press } from './shortcuts.ts'

const press = (over: Partial<Press>): Press => ({
  key: 'j',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 74,
  typing: false,
  ...over,
})

describe('a key press', () => {
  test('has a name', () => {
    expect(keyName(press({}))).toBe('j')
    expect(keyName(press({ key: 'J' }))).toBe('j')
    expect(keyName(press({ key: '?' }))).toBe('?')
    expect(keyName(press({ key: 'k', ctrlKey: true }))).toBe('mod+k')
    expect(keyName(press({ key: 'k', metaKey: true }))).toBe('mod+k')
  })

  test('belongs to the input method while it composes', () => {
    expect(keyName(press({ isComposing: true }))).toBeNull()
    expect(keyName(press({ keyCode: 229 }))).toBeNull()
    expect(keyName(press({ key: 'Enter', ctrlKey: true, isComposing: true }))).toBeNull()
  })

  test('belongs to the text while typing, except with Ctrl', () => {
    expect(keyName(press({ typing: true }))).toBeNull()
    expect(keyName(press({ key: 'k', ctrlKey: true, typing: true }))).toBe('mod+k')
  })

  test('with Alt, or of a key that writes nothing, is left alone', () => {
    expect(keyName(press({ altKey: true }))).toBeNull()
    expect(keyName(press({ key: 'Tab' }))).toBeNull()
  })
})

describe('the ability behind a key', () => {
  const here = {
    viewer: { permissions: ['insights.read', 'cases.read'] },
    go: () => {},
    openHelp: () => {},
    openCommands: () => {},
  } as unknown as Here
  const reply: Ability = {
    id: 'reply',
    group: 'case',
    label: () => '',
    icon: 'reply',
    keys: 'r',
    when: () => true,
    do: () => {},
  }
  const abilities = [...goAbilities, ...helpAbilities, reply]

  test('can take two keys', () => {
    expect(abilityFor('d', 'g', abilities, here)?.id).toBe('go.insights')
    expect(abilityFor('d', null, abilities, here)).toBeUndefined()
  })

  test('prefers the two keys over the one', () => {
    const everywhere = { ...here, viewer: { permissions: ['problems.read'] } } as unknown as Here
    expect(abilityFor('r', 'g', abilities, everywhere)?.id).toBe('go.releases')
    expect(abilityFor('r', null, abilities, everywhere)?.id).toBe('reply')
  })

  test('is there only for those who may', () => {
    expect(abilityFor('s', 'g', abilities, here)).toBeUndefined()
  })
})

test('no two abilities share a key', () => {
  const keys = [...goAbilities, ...helpAbilities].map(({ keys }) => keys)
  expect(new Set(keys).size).toBe(keys.length)
})

test('keys are shown as they stand on the keyboard', () => {
  expect(keyCaps('g i', false)).toEqual(['G', 'I'])
  expect(keyCaps('mod+k', false)).toEqual(['Ctrl K'])
  expect(keyCaps('mod+Enter', true)).toEqual(['⌘↵'])
})
