const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** A grapheme may be long (emoji families, stacked accents); this bounds what is cut into them. */
const unitsPerGrapheme = 16
const ellipsis = '…'

/**
 * One line of at most `max` graphemes, the last of them "…" when something was left out. White
 * space collapses to single spaces; control and direction characters are dropped, so a text cannot
 * turn the line around it.
 */
export function excerpt(text: string, max: number): string {
  const limit = Math.max(0, Math.floor(max))
  if (limit === 0) return ''
  const window = text.slice(0, (limit + 1) * unitsPerGrapheme * 2)
  const line = oneLine(window)
  const kept: string[] = []
  for (const { segment } of graphemes.segment(line.slice(0, (limit + 1) * unitsPerGrapheme))) {
    kept.push(segment)
    if (kept.length > limit) break
  }
  const cut =
    kept.length > limit || kept.join('').length < line.length || window.length < text.length
  if (!cut) return line
  return (
    kept
      .slice(0, limit - 1)
      .join('')
      .trimEnd() + ellipsis
  )
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .trim()
}
