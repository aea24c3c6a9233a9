import { describe, expect, test } from 'vitest'
import { type PortalView, submitFeedback } from '../../contract/feedback.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { bodyOf, faultsFrom, faultsOf } from './submission.ts'

const delivery = '01980000-0000-7000-8000-000000000001'
const template = '01980000-0000-7000-8000-000000000002'
const question = { labelEn: null, hint: '', hintEn: '', choices: [] }
const portal: PortalView = {
  name: '青禾小店',
  slug: 'qinghe',
  locale: 'zh-CN',
  greeting: '',
  categories: [
    { id: delivery, name: '物流', nameEn: null, entry: 'complaint', templateId: template },
  ],
  templates: [
    {
      id: template,
      name: '物流',
      nameEn: null,
      fields: [
        { ...question, key: 'order_no', label: '订单号', type: 'line', required: true },
        { ...question, key: 'wish', label: '希望', type: 'choice', required: true },
        { ...question, key: 'note', label: '备注', type: 'text', required: false },
      ],
    },
  ],
  limits: { text: 20, image: 1, video: 1, log: 1, files: 9 },
  promisedAt: '2026-11-21T07:20:00Z',
  promiseMinutes: 240,
  contactRetentionDays: 180,
}
const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('complaint'),
  text: '少了一只',
  ...changes,
})

describe('what has to be put right before sending', () => {
  test('words are always needed', () => {
    expect(faultsOf(portal, aDraft({ text: ' \n' }))).toEqual({ text: 'required_text' })
    expect(faultsOf(portal, aDraft({ text: '字'.repeat(21) }))).toEqual({ text: 'too_long' })
    expect(faultsOf(portal, aDraft({ text: `  ${'字'.repeat(20)}\n` }))).toEqual({})
  })

  test('the questions of the chosen category, and only those', () => {
    expect(faultsOf(portal, aDraft({ categoryId: delivery }))).toEqual({
      'fields.order_no': 'required',
      'fields.wish': 'required_choice',
    })
    expect(faultsOf(portal, aDraft())).toEqual({})
    expect(faultsOf(portal, aDraft({ categoryId: delivery, entry: 'feedback' }))).toEqual({})
  })

  test('contact is free to leave out, but has to make sense', () => {
    const contact = { name: '', email: 'a@b', phone: '电话' }
    expect(faultsOf(portal, aDraft({ contact }))).toEqual({
      'contact.email': 'email',
      'contact.phone': 'phone',
    })
    const good = { name: '梅', email: 'mei@example.cn', phone: '（0571）8888 6666' }
    expect(faultsOf(portal, aDraft({ contact: good }))).toEqual({})
  })

  test('what the server found wrong is told at the same places', () => {
    expect(
      faultsFrom([
        { path: 'contact.email', code: 'invalid_format' },
        { path: 'fields.order_no', code: 'required' },
        { path: 'text', code: 'too_small' },
        { path: 'fields.note', code: 'never_heard_of' },
        { path: '', code: 'whole' },
      ]),
    ).toEqual({
      'contact.email': 'email',
      'fields.order_no': 'required',
      text: 'required_text',
      'fields.note': 'other',
    })
  })
})

describe('what is sent', () => {
  test('is what the contract takes, without empty answers and with a plain phone number', () => {
    const body = bodyOf(
      portal,
      aDraft({
        text: ' 少了一只 ',
        categoryId: delivery,
        fields: { order_no: ' QH1 ', wish: '补发', note: ' ', device: 'of another category' },
        contact: { name: ' 梅 ', email: '', phone: '（0571）8888　6666' },
      }),
      'zh-CN',
    )
    expect(body).toMatchObject({
      text: '少了一只',
      categoryId: delivery,
      fields: { order_no: 'QH1', wish: '补发' },
      contact: { name: '梅', phone: '0571 8888 6666' },
    })
    expect(Object.keys(body.fields ?? {})).toEqual(['order_no', 'wish'])
    expect(submitFeedback.body?.safeParse(body).success).toBe(true)
  })

  test('a category of another kind stays behind', () => {
    const body = bodyOf(portal, aDraft({ categoryId: delivery, entry: 'suggestion' }), 'en')
    expect(body.categoryId).toBeUndefined()
  })
})
