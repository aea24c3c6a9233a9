/** Names of uploaded files: shown to people, never part of a path. */

const longest = 120
const longestEnding = 12

/**
 * `C:\fake\..\报 告.PNG` → `报 告.PNG`. Paths, control characters, and marks that turn or hide the
 * direction of writing (so that `gpj.exe` reads `exe.jpg`) are left out; long names lose their
 * middle, not their ending.
 */
export function cleanFileName(given: string, fallback: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  // Browsers write quotes and line breaks in the names of forms like this.
  const name = cleanName(last.replace(/%(?:22|0A|0D)/g, '_'))
    .replace(/["<>|:*?]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (name === '') return fallback
  const characters = [...name]
  if (characters.length <= longest) return name
  const ending = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? ''
  const kept = longest - Math.min([...ending].length, longestEnding + 1)
  return characters.slice(0, kept).join('') + ending
}

/** A name that people gave: one line, without what turns, hides or breaks its writing. */
export function cleanName(given: string): string {
  return given
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\uFFFD]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The name with the ending of what the file really is. */
export function withEnding(name: string, ending: string, others: readonly string[] = []): string {
  const own = /\.([^.]{1,12})$/.exec(name)?.[1]?.toLowerCase()
  if (own === ending || (own !== undefined && others.includes(own))) return name
  return `${name.replace(/\.[^.]{1,12}$/, '')}.${ending}`
}

/** `Content-Disposition` as RFC 6266 has it: a plain name for old clients, the real one for others. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
