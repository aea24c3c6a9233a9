/**
 * A language model for tests: a real HTTP server that speaks as OpenAI-compatible endpoints do, with
 * everything they were seen to do wrong. Each manner stands for one habit of a real provider.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Asked {
  model: string
  messages: { role: string; content: string }[]
  stream?: boolean
  stream_options?: unknown
  response_format?: unknown
  max_tokens?: number
  authorization: string
}

/** Answers one request. */
export type Manner = (asked: Asked, response: ServerResponse, content: string) => Promise<void>

export interface FakeModel {
  /** For AI_BASE_URL. */
  url: string
  /** What reached it, oldest first. */
  asked: Asked[]
  /** What it has to say: an object, or something made of the question. */
  says(answer: object | ((asked: Asked) => object)): void
  /** How it answers the next requests; the last manner stays. */
  behaves(...manners: Manner[]): void
  close(): Promise<void>
}

export async function aFakeModel(): Promise<FakeModel> {
  const asked: Asked[] = []
  let answer: object | ((asked: Asked) => object) = { ok: true }
  let manners: Manner[] = [usually]
  const server = createServer(async (request, response) => {
    const body = (await bodyOf(request)) as Omit<Asked, 'authorization'>
    const one = { ...body, authorization: request.headers.authorization ?? '' }
    asked.push(one)
    const manner = (manners.length > 1 ? manners.shift() : manners[0]) ?? usually
    const content = JSON.stringify(typeof answer === 'function' ? answer(one) : answer)
    await manner(one, response, content).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    says: (next) => {
      answer = next
    },
    behaves: (...next) => {
      manners = next
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** As most do: a stream when asked for one. */
export const usually: Manner = (asked, response, content) =>
  asked.stream ? stream(response, [content]) : whole(response, content)

/** In many pieces, Chinese characters and all, thinking first. */
export const thinkingAside: Manner = async (asked, response, content) => {
  if (!asked.stream) return whole(response, content, { reasoning_content: '先看客户说了什么……' })
  await stream(response, [...content], { thoughts: ['先看客户', '说了什么……{"kind":"other"}'] })
}

/** Answers at once though it was asked for a stream. */
export const neverStreams: Manner = (_asked, response, content) => whole(response, content)

export const blank: Manner = (asked, response) => usually(asked, response, ' \n')
export const fenced = dressed(
  (content) => `好的，结果如下：\n\`\`\`json\n${content}\n\`\`\`\n希望有帮助！`,
)
export const thinkingAloud = dressed(
  (content) => `<think>用户可能想要 {"kind":"other"}，不对……</think>\n\n${content}`,
)
/** Trailing commas, single quotes, comments. */
export const sloppy = dressed((content) => content.replace(/"/g, "'").replace(/}$/, ',} // 完'))
export const talkative = dressed((content) => `当然可以。\n${content}\n以上就是我的判断 :}`)
export const nonsense = dressed(() => '抱歉，我不太明白。')
export const wrongShape = dressed(() => '{"kind":"吐槽","sentiment":"angry","answer":42}')

function dressed(dress: (content: string) => string): Manner {
  return (asked, response, content) => usually(asked, response, dress(content))
}

/** Its tokens were used up in the middle. */
export const cutShort: Manner = (asked, response, content) => {
  const half = content.slice(0, Math.floor(content.length / 2))
  return asked.stream
    ? stream(response, [half], { finish: 'length' })
    : whole(response, half, {}, 'length')
}

export const filtered: Manner = (asked, response) =>
  asked.stream
    ? stream(response, [''], { finish: 'content_filter' })
    : whole(response, '', {}, 'content_filter')

/** DashScope says it with a refusal. */
export const filteredByRefusal = refuses(400, 'Input data may contain inappropriate content', {
  code: 'data_inspection_failed',
})

/** Refuses requests that carry the option. */
export const without =
  (option: 'response_format' | 'stream_options' | 'stream', named = true): Manner =>
  (asked, response, content) =>
    asked[option]
      ? refuses(400, named ? `Unsupported parameter: ${option}` : 'invalid request')(
          asked,
          response,
          content,
        )
      : usually(asked, response, content)

export const keyRefused = refuses(401, 'Incorrect API key provided')
export const noBalance = refuses(402, 'Insufficient Balance')
export const modelUnknown = refuses(404, 'The model does not exist')
export const tooMany = (retryAfter?: string): Manner =>
  refuses(429, 'Rate limit reached', {}, retryAfter ? { 'retry-after': retryAfter } : {})
export const broken = (status = 500): Manner => refuses(status, 'internal error')

function refuses(
  status: number,
  message: string,
  more: object = {},
  headers: Record<string, string> = {},
): Manner {
  return async (_asked, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ error: { message, ...more } }))
  }
}

/** The line breaks in the middle. */
export const brokenOff: Manner = async (_asked, response, content) => {
  begin(response)
  response.write(event({ choices: [{ delta: { content: content.slice(0, 4) } }] }))
  await sleep(20)
  response.destroy()
}

/** The line ends in the middle, politely. */
export const trailsOff: Manner = async (_asked, response, content) => {
  begin(response)
  response.end(event({ choices: [{ delta: { content: content.slice(0, 4) } }] }))
}

/** Says nothing for so long. */
export const silentFor =
  (ms: number): Manner =>
  async (asked, response, content) => {
    await sleep(ms)
    if (!response.destroyed) await usually(asked, response, content)
  }

/** Says for so long that it is still there, and then answers. */
export const keepsAliveFor =
  (ms: number, everyMs: number): Manner =>
  async (_asked, response, content) => {
    begin(response)
    for (let passed = 0; passed < ms; passed += everyMs) {
      response.write(': keep-alive\n\n')
      await sleep(everyMs)
    }
    await stream(response, [content], { begun: true })
  }

/** A proxy's page instead of an answer. */
export const webPage: Manner = async (_asked, response) => {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end('<html><body>Welcome to nginx!</body></html>')
}

/** Would have us go elsewhere. */
export const sendsElsewhere =
  (url: string): Manner =>
  async (_asked, response) => {
    response.writeHead(307, { location: url })
    response.end()
  }

const model = 'fake-model-2026'
const usage = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 }

async function whole(
  response: ServerResponse,
  content: string,
  more: object = {},
  finish = 'stop',
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' })
  const message = { role: 'assistant', content, ...more }
  const choices = [{ index: 0, message, finish_reason: finish }]
  response.end(JSON.stringify({ id: 'x', object: 'chat.completion', model, choices, usage }))
}

async function stream(
  response: ServerResponse,
  pieces: string[],
  options: { thoughts?: string[]; finish?: string; begun?: boolean } = {},
): Promise<void> {
  if (!options.begun) begin(response)
  const say = (delta: object, finish: string | null = null) =>
    response.write(event({ model, choices: [{ index: 0, delta, finish_reason: finish }] }))
  say({ role: 'assistant', content: '' })
  for (const thought of options.thoughts ?? []) say({ content: null, reasoning_content: thought })
  for (const content of pieces) say({ content })
  say({}, options.finish ?? 'stop')
  response.write(event({ model, choices: [], usage }))
  response.end('data: [DONE]\n\n')
}

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
}

function event(data: object): string {
  return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', ...data })}\n\n`
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}')
}
