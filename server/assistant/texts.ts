/** Texts as they are shown: who wrote them is part of them. */
import type { Selectable } from 'kysely'
import type { MachineText } from '../../contract/assistant.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { membersById } from '../workspaces/index.ts'
import type { MachineTextsTable } from './tables.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>
export type KnownText = Selectable<MachineTextsTable>

/** Who waits longer than this waits for nothing. */
const lostAfterMs = 15 * 60_000
/** Of one case so many are looked at, the newest. */
const mostAtOnce = 200

/** The newest of each use and language about a case and what was said in it, newest first; opinions are apart. */
export async function textsAbout(
  ctx: Reader,
  { caseId }: { caseId: string },
): Promise<MachineText[]> {
  const rows = await ctx.db
    .selectFrom('machine_texts')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('case_id', '=', caseId)
    .where('use', '<>', 'opinions')
    .where('message_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(mostAtOnce)
    .execute()
  const newest = new Map<string, KnownText>()
  for (const row of rows) {
    const of = `${row.use} ${row.about_id} ${row.locale}`
    if (!newest.has(of)) newest.set(of, row)
  }
  return present(ctx, [...newest.values()])
}

/** Throws NotFound. */
export async function textById(ctx: Reader, id: string): Promise<MachineText> {
  const row = await ctx.db
    .selectFrom('machine_texts')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const [text] = await present(ctx, [row])
  return text as MachineText
}

async function present(ctx: Reader, rows: KnownText[]): Promise<MachineText[]> {
  const members = await membersById(
    ctx,
    rows.flatMap(({ asked_by }) => asked_by ?? []),
  )
  const lostBefore = new Date(ctx.now().getTime() - lostAfterMs)
  return rows.map((row) => {
    const isLost = row.state === 'waiting' && row.asked_at < lostBefore
    return {
      id: row.id,
      use: row.use,
      aboutId: row.about_id,
      state: isLost ? 'failed' : row.state,
      failure: isLost ? 'too_slow' : row.failure,
      text: row.words?.text ?? null,
      locale: row.locale,
      sources: row.words?.sources ?? [],
      askedBy: members.get(row.asked_by ?? '')?.name ?? null,
      generator: 'ai' as const,
      model: row.model,
      at: row.asked_at.toISOString(),
    }
  })
}
