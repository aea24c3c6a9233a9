import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { InputOf } from '../../../contract/endpoint.ts'
import type { downloadRejected as endpoint } from '../../../contract/imports.ts'
import type { Locale } from '../../../contract/values.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { cleanFileName, disposition } from '../../platform/files/file-name.ts'
import type { Http } from '../../platform/http/bind.ts'
import { loadSettings } from '../../workspaces/index.ts'
import { type Import, loadImport } from './import.ts'
import { reasonInWords, rejectedColumns } from './rejection-words.ts'

const pageRows = 500
/** Excel takes a file for UTF-8 only with it. */
const byteOrderMark = '\uFEFF'

/** A member takes the refused rows home, each with its number and the reason, to correct them. */
export async function downloadRejected(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
  { reply }: Http,
): Promise<unknown> {
  const found = await loadImport(ctx, input.importId)
  const { locale } = await loadSettings(ctx)
  const name = `${cleanFileName(found.name, 'import').replace(/\.[^.]{1,5}$/, '')}-rejected.csv`
  reply
    .type('text/csv; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', disposition('attachment', name))
  return reply.send(Readable.from(rejectedSheet(ctx, found, locale)))
}

/** The sheet of refused rows, some at a time. What a spreadsheet would run as a formula is disarmed. */
export async function* rejectedSheet(
  ctx: Ctx,
  found: Pick<Import, 'id' | 'columns'>,
  locale: Locale,
): AsyncGenerator<string> {
  yield byteOrderMark + csv([[...rejectedColumns[locale], ...found.columns]])
  let after = 0
  for (;;) {
    const rows = await ctx.db
      .selectFrom('import_rejections')
      .select(['row', 'code', 'field', 'cells'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('import_id', '=', found.id)
      .where('row', '>', after)
      .orderBy('row')
      .limit(pageRows)
      .execute()
    if (rows.length > 0)
      yield csv(
        rows.map(({ row, code, field, cells }) => [
          String(row),
          code,
          reasonInWords(code, locale),
          field ?? '',
          ...cells,
        ]),
      )
    if (rows.length < pageRows) return
    after = rows.at(-1)?.row ?? after
  }
}

function csv(rows: string[][]): string {
  return stringify(
    rows.map((cells) => cells.map(disarmed)),
    { record_delimiter: '\r\n' },
  )
}

/** Begins a formula, and what some spreadsheets take for the same. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/
/**
 * A spreadsheet whose separator is not the comma divides cells further, whatever we quote: what then
 * stands first in one, beside our quotes, counts too.
 */
const furtherOn = /([;\t\r\n])(?="*[=+\-@＝＋－＠])/g

export function disarmed(cell: string): string {
  return (formula.test(cell) ? `'${cell}` : cell).replace(furtherOn, "$1'")
}
