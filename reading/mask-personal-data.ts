import { findPersonalData } from './personal-data.ts'
import type { Span } from './reading.ts'

const maskedAddress = '[地址]'
/** What is left beside one mask may itself look personal; a few passes settle any text. */
const maxPasses = 5

/**
 * The text with personal data made unreadable, the rest untouched: 138****2046, z***@x.com,
 * [地址]. Enough is left for a person to recognise their own. Masking a masked text changes
 * nothing, and a masked text is never longer by more than the address mark.
 */
export function maskPersonalData(text: string): string {
  let masked = text
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const spans = findPersonalData(masked)
    if (spans.length === 0) return masked
    masked = maskSpans(masked, spans)
  }
  return masked
}

function maskSpans(text: string, spans: Span[]): string {
  let masked = ''
  let at = 0
  for (const span of spans) {
    masked += text.slice(at, span.start) + maskOf(text.slice(span.start, span.end), span.kind)
    at = span.end
  }
  return masked + text.slice(at)
}

function maskOf(written: string, kind: Span['kind']): string {
  if (kind === 'address') return maskedAddress
  if (kind === 'email') return maskEmail(written)
  if (kind === 'mobile') return maskMobile(written)
  if (kind === 'landline') return maskMiddle(written, 4, 2)
  if (kind === 'id_card') return maskMiddle(written, 3, 2)
  if (kind === 'bank_card') return maskMiddle(written, 4, 4)
  if (kind === 'wechat_id') return maskMiddle(written, 1, 0)
  if (kind === 'plate') return maskMiddle(written, 2, 2)
  return maskMiddle(written, written.length < 12 ? 2 : 4, written.length < 12 ? 2 : 4)
}

/** The country prefix is no secret: +86 138****2046. */
function maskMobile(written: string): string {
  const prefix =
    /^[(（]?(?:[+＋]|00|８６(?=\D)|86)[\d０-９]{0,3}[)）]?[\s-]+|^(?:[+＋]|00)?(?:86|８６)(?=[1１])/.exec(
      written,
    )
  const length = prefix?.[0].length ?? 0
  return written.slice(0, length) + maskMiddle(written.slice(length), 3, 4)
}

/** Stars for all letters and digits but the first and last ones; separators stay. */
function maskMiddle(written: string, first: number, last: number): string {
  const characters = [...written]
  const places = characters.flatMap((character, at) =>
    /[\p{L}\p{N}]/u.test(character) ? [at] : [],
  )
  const hidden = new Set(places.slice(first, Math.max(first, places.length - last)))
  return characters.map((character, at) => (hidden.has(at) ? '*' : character)).join('')
}

function maskEmail(written: string): string {
  const at = written.search(/[@＠]|[(（[【]\s*at|\s+at\s/i)
  return `${[...written].slice(0, 1).join('')}***${written.slice(Math.max(at, 1))}`
}
