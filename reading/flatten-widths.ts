/**
 * The text with full-width and circled digits, full-width letters and odd spaces written plainly,
 * one UTF-16 unit for one, so that offsets found in it hold in the original.
 */
export function flattenWidths(text: string): string {
  return text.replace(
    /[\u00a0\u2000-\u200d\u202f\u2060\u2460-\u2468\u24ea\u3000\ufeff\uff01-\uff5e]/g,
    plain,
  )
}

function plain(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code >= 0x2460 && code <= 0x2468) return String.fromCharCode(code - 0x2460 + 0x31)
  if (code === 0x24ea) return '0'
  return ' '
}
