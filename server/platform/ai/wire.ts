/**
 * One question over the wire. Endpoints that call themselves OpenAI-compatible differ in what they
 * take: what one refuses is left out, and left out from then on, until it may have learnt it.
 */
import type OpenAI from 'openai'
import type { AiConfig } from '../config.ts'
import { AiFailure, failureFrom, refusalIn } from './failure.ts'

export interface Turn {
  role: 'system' | 'user' | 'assistant'
  content: string
}

export interface Question {
  turns: Turn[]
  /** Tokens of the answer at most, thinking included. */
  mostTokens: number
}

export interface Said {
  text: string
  /** It was not finished: the tokens were used up. */
  cut: boolean
  /** The model that spoke, as the provider names it; or as we asked for it. */
  model: string
  /** As the provider counted; null when it did not. */
  tokens: { in: number; out: number } | null
}

export interface WireLimits {
  /** Until the first byte, and between any two. */
  silenceMs: number
  /** Until the last. */
  wholeMs: number
}

export interface Wire {
  /** Rejects with an AiFailure. */
  ask(question: Question): Promise<Said>
}

/** In the order in which they are given up when a refusal does not say what it dislikes. */
const options = ['response_format', 'stream_options', 'temperature', 'stream'] as const
type Option = (typeof options)[number]

const forgottenAfterMs = 6 * 60 * 60_000

/** Longer than anything we ask for: a model that runs away. */
const longestAnswer = 100_000

export function openWire(config: AiConfig, limits: WireLimits, now: () => Date): Wire {
  /** Until when each is left out. */
  const refused = new Map<Option, number>()
  return {
    async ask(question) {
      const at = now().getTime()
      const known = options.filter((option) => (refused.get(option) ?? 0) > at)
      const leftOut = new Set(known)
      for (;;) {
        try {
          const said = await askOnce(config, question, leftOut, limits)
          for (const option of leftOut)
            if (!known.includes(option)) refused.set(option, at + forgottenAfterMs)
          return said
        } catch (error) {
          const next = disliked(error, leftOut)
          if (next === null) throw failureFrom(error)
          leftOut.add(next)
        }
      }
    },
  }
}

/** Asked for a stream, it sent something else. */
class NotStreamed extends Error {}

/** What to leave out next: what the refusal names, or the first there still is. Null: it is not that. */
function disliked(error: unknown, leftOut: ReadonlySet<Option>): Option | null {
  if (error instanceof NotStreamed) return 'stream'
  const refusal = refusalIn(error)
  if (refusal === null) return null
  const left = options.filter((option) => !leftOut.has(option))
  return left.find((option) => refusal.includes(option)) ?? left[0] ?? null
}

async function askOnce(
  config: AiConfig,
  question: Question,
  leftOut: ReadonlySet<Option>,
  limits: WireLimits,
): Promise<Said> {
  const end = new AbortController()
  const stop = () => end.abort()
  let silence = setTimeout(stop, limits.silenceMs)
  const whole = setTimeout(stop, limits.wholeMs)
  const client = await clientOf(config, limits, () => {
    clearTimeout(silence)
    silence = setTimeout(stop, limits.silenceMs)
  })
  const uses = (option: Option) => !leftOut.has(option)
  const asked: Asked = {
    model: config.model,
    messages: question.turns,
    max_tokens: question.mostTokens,
    ...(uses('temperature') ? { temperature: 0.2 } : {}),
    ...(uses('response_format') ? { response_format: { type: 'json_object' } } : {}),
  }
  try {
    if (!uses('stream')) return await answered(client, asked, end)
    return await streamed(client, uses('stream_options') ? { ...asked, ...usageToo } : asked, end)
  } catch (error) {
    if (end.signal.aborted && !(error instanceof AiFailure)) throw new AiFailure('too_slow')
    throw error
  } finally {
    clearTimeout(silence)
    clearTimeout(whole)
  }
}

type Asked = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'stream'>
const usageToo = { stream_options: { include_usage: true } }

/** `heard` is called whenever bytes come, also those that are no answer (`: keep-alive`). */
async function clientOf(config: AiConfig, limits: WireLimits, heard: () => void): Promise<OpenAI> {
  // Large, and most installations never need it.
  const { default: Client } = await import('openai')
  return new Client({
    baseURL: config.baseUrl,
    // Local servers want none.
    apiKey: config.apiKey ?? 'none',
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: limits.wholeMs,
    // It would print what it cannot parse.
    logLevel: 'off',
    fetch: async (url, init) => {
      // Texts go where the operator said, and nowhere that place points to.
      const response = await fetch(url, { ...init, redirect: 'error' })
      heard()
      return new Response(response.body?.pipeThrough(listening(heard)) ?? null, response)
    },
  })
}

function listening(heard: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(bytes, controller) {
      heard()
      controller.enqueue(bytes)
    },
  })
}

async function answered(client: OpenAI, asked: Asked, { signal }: AbortController): Promise<Said> {
  const reply = await client.chat.completions.create({ ...asked, stream: false }, { signal })
  const choice = reply?.choices?.[0]
  if (!choice) throw new AiFailure('blank')
  return saidOf(choice.message?.content ?? '', choice.finish_reason, {
    model: reply.model || asked.model,
    usage: reply.usage,
  })
}

async function streamed(client: OpenAI, asked: Asked, end: AbortController): Promise<Said> {
  const { data, response } = await client.chat.completions
    .create({ ...asked, stream: true }, { signal: end.signal })
    .withResponse()
  if (!response.headers.get('content-type')?.includes('text/event-stream')) {
    await response.body?.cancel()
    throw new NotStreamed()
  }
  let text = ''
  let finish: string | null = null
  let { model } = asked
  let usage: OpenAI.CompletionUsage | null | undefined
  for await (const piece of data) {
    const choice = piece.choices?.[0]
    // What it thought on the way (`reasoning_content`) is its own affair.
    text += choice?.delta?.content ?? ''
    finish = choice?.finish_reason ?? finish
    model = piece.model || model
    usage = piece.usage ?? usage
    if (text.length > longestAnswer) {
      end.abort()
      throw new AiFailure('unreadable')
    }
  }
  // The line ended without a word that this was all.
  if (finish === null) throw new AiFailure('provider_down')
  return saidOf(text, finish, { model, usage })
}

function saidOf(
  text: string,
  finish: string,
  about: { model: string; usage: OpenAI.CompletionUsage | null | undefined },
): Said {
  // Some say it in their own word.
  if (finish === 'content_filter' || finish === 'sensitive') throw new AiFailure('filtered')
  const cut = finish === 'length'
  if (text.trim() === '') throw new AiFailure(cut ? 'cut_short' : 'blank')
  const { model, usage } = about
  return {
    text,
    cut,
    model,
    tokens: usage ? { in: usage.prompt_tokens ?? 0, out: usage.completion_tokens ?? 0 } : null,
  }
}
