/** Sends a draft: files first, then the words; onto the phone's own shelf when the network is dead. */
import { useRef, useState } from 'preact/hooks'
import { CallError } from '../../contract/client.ts'
import { type PortalView, type Receipt, submitFeedback } from '../../contract/feedback.ts'
import type { Locale } from '../../contract/values.ts'
import { call, isNetwork, networkFailed } from '../calling.ts'
import type { Piece } from '../evidence/piece.ts'
import type { Tray } from '../evidence/tray.ts'
import { outbox } from '../offline/outbox.ts'
import type { Draft } from './draft.ts'
import { bodyOf, type Faults, faultsFrom, faultsOf } from './submission.ts'
import { submittedOnce } from './submitted-once.ts'

/** The form is not the one we showed: the workspace has changed it meanwhile. */
const STALE = ['category_unknown', 'field_required', 'field_unknown', 'choice_unknown']

export type Stage = 'writing' | 'uploading' | 'submitting'

interface SubmissionTools {
  portal: PortalView
  workspace: string
  locale: Locale
  tray: Tray
  onReceived: (receipt: Receipt, draft: Draft) => void
  onQueued: () => void
  /** The words go under another key from now on. */
  onKeyChanged: (submissionKey: string) => void
  onStale: () => void
}

export function useSubmission(tools: SubmissionTools) {
  const { portal, workspace, locale, tray, onReceived, onQueued, onKeyChanged, onStale } = tools
  const [stage, setStage] = useState<Stage>('writing')
  const isUnderway = useRef(false)
  const [faults, setFaults] = useState<Faults>({})
  const [error, setError] = useState<unknown>(null)

  async function send(draft: Draft): Promise<void> {
    // A second tap comes before the page has been drawn again.
    if (isUnderway.current) return
    const found = faultsOf(portal, draft)
    setFaults(found)
    setError(null)
    if (Object.keys(found).length > 0) return
    let body = { ...bodyOf(portal, draft, locale), context: contextNow() }
    isUnderway.current = true
    try {
      setStage('uploading')
      const pieces = await arrived(tray)
      setStage('submitting')
      const receipt = await submittedOnce(
        body,
        (tried) => submitWith(tried, pieces),
        (fresh) => {
          body = fresh
          onKeyChanged(fresh.submissionKey)
        },
      )
      onReceived(receipt, draft)
    } catch (failure) {
      if (isNetwork(failure) && (await isQueued(body))) return onQueued()
      setError(failure)
      if (!(failure instanceof CallError)) return
      setFaults(faultsFrom(failure.problem.fields))
      if (STALE.includes(failure.code)) onStale()
    } finally {
      isUnderway.current = false
      setStage('writing')
    }
  }

  async function submitWith(body: ReturnType<typeof bodyOf>, pieces: Piece[]): Promise<Receipt> {
    try {
      return await submitOnce(body, pieces)
    } catch (failure) {
      if (!(failure instanceof CallError && failure.code === 'evidence_unknown')) throw failure
      tray.renew()
      const renewed = await arrived(tray)
      if (renewed.some(({ code }) => code === 'evidence_unknown')) throw failure
      return submitOnce(body, renewed)
    }
  }

  const submitOnce = (body: ReturnType<typeof bodyOf>, pieces: Piece[]) =>
    call(submitFeedback, {
      params: { workspace },
      body: { ...body, evidence: pieces.flatMap(({ ticket }) => (ticket ? [ticket] : [])) },
    })

  /** Kept on the phone, if the phone will. */
  async function isQueued(body: ReturnType<typeof bodyOf>): Promise<boolean> {
    const evidence = tray
      .pieces()
      .filter(({ state }) => state !== 'refused')
      .map(({ name, blob, ticket }) => ({ name, blob, ticket }))
    const { submissionKey } = body
    const queuedAt = new Date().toISOString()
    try {
      await outbox.add({ submissionKey, workspace, queuedAt, body, evidence, refusedCode: null })
      return true
    } catch {
      return false
    }
  }

  return { send, stage, faults, error, clearFault: (path: string) => setFaults(without(path)) }
}

/**
 * All files at the server, after one more try for those that failed. One that was refused stops it:
 * whoever sends must know that it does not go along.
 */
export async function arrived(tray: Tray): Promise<Piece[]> {
  refuseLeftOut(tray.pieces())
  tray.retryAll()
  const pieces = await tray.settled()
  refuseLeftOut(pieces)
  const failed = pieces.find(({ state }) => state === 'failed')
  if (failed?.code === 'network') throw networkFailed()
  if (failed) throw new CallError(503, { type: 'about:blank', status: 503, code: 'not_uploaded' })
  return pieces
}

/** Tickets that ran out are told of by the server. */
function refuseLeftOut(pieces: readonly Piece[]): void {
  const isLeftOut = pieces.some(
    ({ state, code }) => state === 'refused' && code !== 'evidence_unknown',
  )
  if (!isLeftOut) return
  throw new CallError(422, { type: 'about:blank', status: 422, code: 'evidence_refused' })
}

/** Enough to reproduce a problem, and nothing about the person. */
export function contextNow() {
  return {
    browser: navigator.userAgent.slice(0, 300),
    screen: `${screen.width}×${screen.height}`,
  }
}

const without = (path: string) => (faults: Faults) =>
  Object.fromEntries(Object.entries(faults).filter(([other]) => other !== path))
