import { casesById } from '../cases/index.ts'
import { reaction } from '../platform/events/reactions.ts'
import { addTellings, releasesThatFixed, tellAll } from './tellings.ts'

/** A release reached customers: each one whose problem it fixes is told. The loop is closed. */
export const tellCustomers = reaction<'release.published'>({
  name: 'improvements.tellCustomers',
  pace: 'long',
  run: async (ctx, events) => {
    for (const { data } of events) await tellAll(ctx, data.releaseId)
  },
})

/** A case turns out to show a problem that is fixed already: its customer is told as well. */
export const tellLateComers = reaction<'case.linked'>({
  name: 'improvements.tellLateComers',
  run: async (ctx, events) => {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    const fixedIn = await releasesThatFixed(
      ctx,
      [...cases.values()].flatMap(({ problem_id }) => problem_id ?? []),
    )
    const tellings = [...cases.values()].flatMap(({ id, problem_id }) => {
      const releaseId = fixedIn.get(problem_id ?? '')
      return releaseId ? [{ releaseId, caseId: id }] : []
    })
    if (tellings.length === 0) return
    await ctx.write((tx) => addTellings(tx, tellings))
    for (const releaseId of new Set(tellings.map((telling) => telling.releaseId)))
      await tellAll(ctx, releaseId)
  },
})
