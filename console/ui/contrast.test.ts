import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../design/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('[data-theme="dark"]')
const themes = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } }

const pairs = [
  ...['ink', 'ink-2', 'ink-3', 'jade', 'late', 'warn'].flatMap((text) =>
    ['paper', 'surface', 'sunken', 'raised'].map((ground) => [text, ground] as const),
  ),
  ...['ink', 'ink-2', 'ink-3', 'jade-strong', 'late', 'warn'].map(
    (text) => [text, 'jade-soft'] as const,
  ),
  ['ink', 'note'],
  ['ink-2', 'note'],
  ['late', 'late-soft'],
  ['warn', 'warn-soft'],
  ['on-jade', 'jade'],
  ['on-late', 'late'],
] as const

describe.each(Object.entries(themes))('in the %s theme', (_, tokens) => {
  test.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5)
  })
})

function tokensOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours. */
function contrast(one = '', other = ''): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
