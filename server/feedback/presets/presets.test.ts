import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TemplateField } from '../../../contract/categories.ts'
import { businesses, entries } from '../../../contract/values.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace } from '../../workspaces/testing.ts'
import { loadCatalogue } from '../catalogue.ts'
import { loadFeedbackPresets } from './load-presets.ts'
import { templatePresets } from './templates.ts'

let product: Product
beforeAll(async () => {
  product = await bootProduct()
})
afterAll(() => product.close())

describe('presets', () => {
  it.each(businesses)(
    'of %s give every category a team and every entry a choice',
    async (business) => {
      const workspace = await aWorkspace(product, { business })
      await workspace.ctx().write((tx) => loadFeedbackPresets(tx, business, workspace.teams))
      const { categories, templates } = await loadCatalogue(workspace.ctx())
      const all = [...categories.values()]
      expect(all.filter(({ teamId }) => teamId === null)).toEqual([])
      for (const entry of entries) {
        const names = all.filter((one) => one.entry === entry).map(({ name }) => name)
        expect(names.length).toBeGreaterThanOrEqual(3)
        expect(names.at(-1)).toMatch(/^其他/)
      }
      for (const { templateId } of all) if (templateId) expect(templates.has(templateId)).toBe(true)
      expect(new Set(all.flatMap(({ templateId }) => templateId ?? []))).toEqual(
        new Set(templates.keys()),
      )
    },
  )

  it('hold only fields that a member could have made', () => {
    for (const { fields } of Object.values(templatePresets)) {
      for (const field of fields) expect(TemplateField.parse(field)).toEqual(field)
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
    }
  })

  it('ask for steps, expectation and what happened where something is broken', () => {
    expect(templatePresets.fault.fields.map(({ key }) => key)).toEqual([
      'happened_at',
      'steps',
      'expected',
      'actual',
    ])
  })
})
