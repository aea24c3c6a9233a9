import { expect, test } from 'vitest'
import { localeFor } from './settings.ts'

test('the switch wins, then the browser, then the workspace', () => {
  expect(localeFor('en', ['zh-CN'], 'zh-CN')).toBe('en')
  expect(localeFor(null, ['en-US', 'zh-CN'], 'zh-CN')).toBe('en')
  expect(localeFor(null, ['zh-TW'], 'en')).toBe('zh-CN')
  expect(localeFor(null, ['fr-FR', 'en'], 'en')).toBe('en')
  expect(localeFor(null, ['fr-FR'], 'zh-CN')).toBe('zh-CN')
  expect(localeFor(null, [])).toBe('zh-CN')
})
