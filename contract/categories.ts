/** What feedback is about and what is asked: categories and templates. */

import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Entry, Id, Line, Named, NamedTwice } from './values.ts'

/** One question of a template. */
export const TemplateField = z.strictObject({
  /** Stable name of the answer: `steps`, `expected`, `actual`, `order_no`, … */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: Line(40),
  labelEn: Line(80).nullable().default(null),
  hint: Line(120, 0).default(''),
  hintEn: Line(160, 0).default(''),
  type: z.enum(['line', 'text', 'choice', 'when']),
  choices: z
    .array(z.strictObject({ value: Line(40), labelEn: Line(80).nullable().default(null) }))
    .max(20)
    .default([]),
  required: z.boolean().default(false),
})
export type TemplateField = z.infer<typeof TemplateField>

export const TemplateView = NamedTwice.extend({ fields: z.array(TemplateField) })
export type TemplateView = z.infer<typeof TemplateView>
const TemplateBody = z.strictObject({
  name: Line(40),
  nameEn: Line(80).nullable().default(null),
  fields: z.array(TemplateField).max(12),
})

export const listTemplates = endpoint({
  id: 'feedback.listTemplates',
  method: 'GET',
  path: '/api/v1/templates',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'The forms customers fill in',
  reply: z.object({ items: z.array(TemplateView) }),
})

export const createTemplate = endpoint({
  id: 'feedback.createTemplate',
  method: 'POST',
  path: '/api/v1/templates',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Add a form',
  body: TemplateBody,
  reply: TemplateView,
  status: 201,
  errors: ['duplicate_field_key', 'choices_missing'],
})

export const changeTemplate = endpoint({
  id: 'feedback.changeTemplate',
  method: 'PUT',
  path: '/api/v1/templates/:templateId',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Change a form; feedback already given keeps the words it was asked with',
  params: z.object({ templateId: Id }),
  body: TemplateBody,
  reply: TemplateView,
  errors: ['duplicate_field_key', 'choices_missing'],
})

export const CategoryView = NamedTwice.extend({
  entry: Entry,
  templateId: Id.nullable(),
  team: Named.nullable(),
  assignee: Named.nullable(),
  archived: z.boolean(),
})
export type CategoryView = z.infer<typeof CategoryView>
export const longestCategoryName = 40
const CategoryBody = z.strictObject({
  name: Line(longestCategoryName),
  nameEn: Line(80).nullable().default(null),
  entry: Entry,
  templateId: Id.nullable().default(null),
  teamId: Id.nullable().default(null),
  assigneeId: Id.nullable().default(null),
  archived: z.boolean().default(false),
})

export const listCategories = endpoint({
  id: 'feedback.listCategories',
  method: 'GET',
  path: '/api/v1/categories',
  audience: 'member',
  permission: 'workspace.read',
  scope: 'cases:read',
  summary: 'Categories: what feedback is about, and who gets it',
  reply: z.object({ items: z.array(CategoryView) }),
})

export const createCategory = endpoint({
  id: 'feedback.createCategory',
  method: 'POST',
  path: '/api/v1/categories',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Add a category',
  body: CategoryBody,
  reply: CategoryView,
  status: 201,
  errors: ['name_taken', 'unknown_value'],
})

export const changeCategory = endpoint({
  id: 'feedback.changeCategory',
  method: 'PUT',
  path: '/api/v1/categories/:categoryId',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Change a category: its form, its team, its assignee; or archive it',
  params: z.object({ categoryId: Id }),
  body: CategoryBody,
  reply: CategoryView,
  errors: ['name_taken', 'unknown_value'],
})
