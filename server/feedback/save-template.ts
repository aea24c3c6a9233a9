/** Adding and changing a form. */

import type {
  changeTemplate as change,
  createTemplate as create,
  TemplateView,
} from '../../contract/categories.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { Invalid, NotFound } from '../platform/errors.ts'
import { forgetCatalogue } from './catalogue.ts'

type Given = InputOf<typeof create>

/** An owner or admin adds a form; categories choose it afterwards. */
export async function createTemplate(ctx: Ctx, input: Given): Promise<TemplateView> {
  checkFields(input)
  const view = { id: ctx.newId(), name: input.name, nameEn: input.nameEn, fields: input.fields }
  await ctx.write(async (tx) => {
    await tx.db
      .insertInto('templates')
      .values({
        workspace_id: tx.workspaceId,
        id: view.id,
        name: view.name,
        name_en: view.nameEn,
        fields: json(view.fields),
        created_at: tx.now(),
      })
      .execute()
    tx.record('settings.changed', { what: 'templates' })
  })
  forgetCatalogue(ctx.workspaceId)
  return view
}

/** An owner or admin changes a form; feedback already given keeps the words it was asked with. */
export async function changeTemplate(
  ctx: Ctx,
  input: InputOf<typeof change>,
): Promise<TemplateView> {
  checkFields(input)
  const { templateId: id, name, nameEn, fields } = input
  await ctx.write(async (tx) => {
    const { numUpdatedRows } = await tx.db
      .updateTable('templates')
      .set({ name, name_en: nameEn, fields: json(fields) })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new NotFound()
    tx.record('settings.changed', { what: 'templates' })
  })
  forgetCatalogue(ctx.workspaceId)
  return { id, name, nameEn, fields }
}

function checkFields({ fields }: Given): void {
  for (const [index, field] of fields.entries()) {
    if (fields.findIndex(({ key }) => key === field.key) !== index)
      throw new Invalid('duplicate_field_key', `fields.${index}.key`)
    if (field.type === 'choice' && field.choices.length < 2)
      throw new Invalid('choices_missing', `fields.${index}.choices`)
  }
}
