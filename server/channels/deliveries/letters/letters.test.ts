import { describe, expect, it } from 'vitest'
import { asHtml, asText } from './layout.ts'
import { answerLetter, newsLetter, receiptLetter, type Subject, surveyLetter } from './letters.ts'

const subject: Subject = {
  workspaceName: '蓝鲸小店',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
  entry: 'complaint',
  number: 1042,
  saidAt: new Date('2026-03-06T02:00:00Z'),
  words: '退款没到账',
  name: '梅',
  trackUrl: 'https://fk.example.test/p/whale/t/1042-K7M2QX9TRB',
}

describe('a letter', () => {
  it.each([
    ['欧阳 小梅', true],
    ["Ana-María O'Neill", true],
    ['点 http://evil.example', false],
    ['加微信 abc123', false],
    ['<b>梅</b>', false],
    ['很长的名字'.repeat(5), false],
    ['梅\n梅', false],
    ['', false],
  ])('calls people by what looks like a name: %j', (name, said) => {
    const text = asText(newsLetter({ ...subject, name }, '有新进展'))
    expect(text.split('\n')[0]).toBe(said ? `${name}，您好：` : '您好：')
  })

  it('tells the promise in the workspace’s time', () => {
    const at = new Date('2026-03-09T16:30:00Z')
    expect(asText(receiptLetter(subject, at))).toContain('3 月 10 日 00:30 前')
    const english = { ...subject, locale: 'en', timeZone: 'America/New_York' } as const
    expect(asText(receiptLetter(english, at))).toContain('by 12:30 on 9 Mar.')
  })

  it('quotes the beginning of what was said, never half a character', () => {
    const text = asText(
      answerLetter(
        { ...subject, words: '😀'.repeat(400) },
        { text: '好', files: 1, closing: null },
      ),
    )
    expect(text).toContain(`> ${'😀'.repeat(300)}…`)
    expect(text.isWellFormed()).toBe(true)
    expect(text).toContain('另有 1 个附件')
  })

  it('carries what people wrote as text only', () => {
    const evil = `<img src=x onerror="alert('1')"> & "q"`
    const html = asHtml(
      answerLetter(
        { ...subject, workspaceName: evil, words: evil },
        { text: evil, files: 0, closing: null },
      ),
    )
    expect(html).not.toContain('<img')
    expect(
      html.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt; &amp;/g),
    ).toHaveLength(4)
  })

  it('asks with five answers, best first, each a link', () => {
    const html = asHtml(surveyLetter(subject, { question: '满意吗？', url: 'https://a.test/s/t' }))
    expect([...html.matchAll(/score=(\d)/g)].map(([, score]) => score)).toEqual([
      '5',
      '4',
      '3',
      '2',
      '1',
    ])
  })
})
