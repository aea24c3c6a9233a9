import type { listTemplates as endpoint } from '../../contract/categories.ts'
import type { ReplyOf } from '../../contract/endpoint.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadCatalogue } from './catalogue.ts'

/** The forms customers fill in, oldest first. */
export async function listTemplates(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  return { items: [...(await loadCatalogue(ctx)).templates.values()] }
}
