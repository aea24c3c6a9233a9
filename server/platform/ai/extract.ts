/** The JSON object in what a model said, however it dressed it. Pure. */
import { jsonrepair } from 'jsonrepair'

/** Null when there is none. */
export function extractObject(said: string): Record<string, unknown> | null {
  const text = withoutThoughts(said)
  for (const candidate of [...fenced(text), text]) {
    const found = firstObject(candidate)
    if (found !== null) return found
  }
  return null
}

/** Some think aloud first; a thought that was never closed is all there is. */
function withoutThoughts(said: string): string {
  const [, after] = /^[\s\S]*<\/think(?:ing)?>([\s\S]*)$/i.exec(said) ?? []
  return after ?? said.replace(/<think(?:ing)?>[\s\S]*$/i, '')
}

function fenced(text: string): string[] {
  return [...text.matchAll(/```[a-z]*\s*([\s\S]*?)(?:```|$)/gi)].map(([, inside]) => inside ?? '')
}

function firstObject(text: string): Record<string, unknown> | null {
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
    const end = endOfObject(text, start)
    const found = parsed(text.slice(start, end))
    if (found !== null) return found
    if (end === text.length) return null
  }
  return null
}

/** Behind the brace that closes the one at `start`; the end of the text when none does. */
function endOfObject(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return text.length
}

function parsed(text: string): Record<string, unknown> | null {
  for (const read of [JSON.parse, (broken: string) => JSON.parse(jsonrepair(broken))]) {
    try {
      const value: unknown = read(text)
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value as Record<string, unknown>
    } catch {
      // The next way, or none.
    }
  }
  return null
}
