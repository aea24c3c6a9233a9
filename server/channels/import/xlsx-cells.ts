/** What a cell of an Excel sheet says, as text. Pure. */
import type { Workbook } from './xlsx-workbook.ts'

/** A cell as it is written. */
export interface Raw {
  column: number
  /** n number · s shared text · inlineStr · str result of a formula · b · e error · d ISO date */
  type: string
  style: number
  text: string
}

/** Day 0 of Excel's calendar, from which day 60 on is right: Excel believes in 1900-02-29. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

export function cellText(
  raw: Raw,
  workbook: Pick<Workbook, 'texts' | 'dates' | 'from1904'>,
): string {
  switch (raw.type) {
    case 's':
      return unescaped(workbook.texts[Number(raw.text)] ?? '')
    case 'inlineStr':
    case 'str':
      return unescaped(raw.text)
    case 'b':
      return raw.text.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return raw.text
    case 'd':
      return raw.text.replace('T', ' ').replace(/\.\d+$/, '')
    default:
      return numberText(raw, workbook)
  }
}

function numberText(raw: Raw, { dates, from1904 }: Pick<Workbook, 'dates' | 'from1904'>): string {
  const value = Number(raw.text)
  if (raw.text.trim() === '' || !Number.isFinite(value)) return raw.text.trim()
  return dates[raw.style] ? dateText(value, { from1904 }) : String(value)
}

/** Days since the epoch, as the clock on the wall showed them: `2020-01-06 12:09:38`. */
export function dateText(days: number, { from1904 = false } = {}): string {
  const before60 = !from1904 && days >= 1 && days < 60 ? 1 : 0
  const ms = Math.round((days + before60) * 86_400) * 1000
  const at = new Date((from1904 ? epoch1904 : epoch1900) + ms)
  if (Number.isNaN(at.getTime())) return String(days)
  const text = at.toISOString().slice(0, 19).replace('T', ' ')
  return days >= 0 && days < 1 && !from1904 ? text.slice(11) : text
}

/** `_x000D_` is how Excel writes a character that XML cannot hold. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
}
