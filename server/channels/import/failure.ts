/** When an import cannot go on: what is worth another try by itself, and what a person must see. */
import type { ImportFailure } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { holdImport, type Import, saveImport } from './import.ts'
import { SheetError } from './sheet-limits.ts'
import { Overtaken } from './work-through.ts'

/** PostgreSQL: connection, resources, operator intervention, rolled back; and lost sockets. */
const interruptionCodes = /^(08|40|53|57|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/
const interruptionWords = /connection terminated|timeout exceeded|after calling end|destroyed/i

/**
 * Runs the work on an import. An interruption is thrown on: the job is tried again and goes on where
 * it stopped. Anything else is written down, and the import waits in `rest` for a person.
 */
export async function orWriteDown(
  ctx: Ctx,
  one: Import,
  rest: 'failed' | 'mapping',
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Overtaken) return
    if (isInterruption(error)) throw error
    if (!(error instanceof SheetError)) ctx.log.error({ err: error, importId: one.id }, 'import')
    await ctx.write(async (tx) => {
      const held = await holdImport(tx, one.id)
      if (held.state !== one.state) return
      await saveImport(tx, one.id, {
        state: rest,
        error: codeOf(error),
        finished_at: rest === 'failed' ? tx.now() : null,
      })
      tx.record('import.progressed', { importId: one.id })
    })
  }
}

function isInterruption(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && code.length > 0) return interruptionCodes.test(code)
  return typeof message === 'string' && interruptionWords.test(message)
}

function codeOf(error: unknown): ImportFailure {
  if (error instanceof SheetError) return error.code
  return (error as { code?: unknown } | null)?.code === 'ENOENT' ? 'file_missing' : 'internal'
}
