/** How a customer is let in: by the claim on their receipt, to that one feedback and its case. */
import type { FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { NotFound, NotSignedIn } from '../platform/errors.ts'
import { addressBudget } from '../platform/http/address-budget.ts'
import { sameSecret } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { workspaceNamed } from '../workspaces/index.ts'
import { claimCode } from './claim.ts'

const shape = /^(\d{1,12})-([0-9A-Za-z]{4,40})$/
/** Wrong codes of one address, and how long it then waits. */
const mostWrong = 20
const windowMs = 10 * 60_000
/** Stands in where there is no such number, so that both refusals take the same time. */
const nobody = '00000000-0000-7000-8000-000000000000'

/**
 * `Authorization: Claim 1042-K7M2QX9TRB`; for pictures and videos, which a browser fetches by
 * itself, `?claim=` in a GET. A wrong code and a number that does not exist get the same answer.
 */
export function customerGate(platform: Platform): (request: FastifyRequest) => Promise<Ctx> {
  const wrong = addressBudget({ most: mostWrong, windowMs, now: platform.now })

  return async (request) => {
    const given = claimIn(request)
    if (given === null) throw new NotSignedIn()
    wrong.refuseSpent(request.ip)
    const { workspace = '', number } = request.params as { workspace?: string; number?: string }
    const ctx = platform.ctx(await workspaceNamed(platform, workspace))
    const feedbackId = await feedbackNumbered(ctx, given.number)
    // Again: of many guesses at the same moment, only so many hear whether they were right.
    wrong.refuseSpent(request.ip)
    const right = sameSecret(given.code, claimCode(ctx, feedbackId ?? nobody))
    if (!right || feedbackId === null || String(given.number) !== number) {
      wrong.spend(request.ip, 1)
      throw new NotFound()
    }
    return platform.ctx(ctx.workspaceId, customerActor(feedbackId))
  }
}

/** The actor's id is the feedback the claim was given for. */
export function customerActor(feedbackId: string): Actor {
  return { kind: 'customer', id: feedbackId, name: null, role: null, permits: () => false }
}

function claimIn(request: FastifyRequest): { number: number; code: string } | null {
  const [scheme, written] = (request.headers.authorization ?? '').split(' ', 2)
  const { claim } = (request.query ?? {}) as { claim?: unknown }
  const inQuery = request.method === 'GET' && typeof claim === 'string' ? claim : ''
  const given = scheme?.toLowerCase() === 'claim' ? (written ?? '') : inQuery
  const [, number, code] = shape.exec(given) ?? []
  return number && code ? { number: Number(number), code: readAloud(code) } : null
}

/** As people copy it by hand: small letters, O for 0, I or L for 1. */
function readAloud(code: string): string {
  return code.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
}

async function feedbackNumbered(ctx: Ctx, number: number): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('feedback')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}
