/** What an Excel workbook keeps beside the cells: which tab comes first, shared texts, what is a date. */
import { posix } from 'node:path'
import { SheetError, sheetLimits } from './sheet-limits.ts'
import { elements } from './xml-elements.ts'
import type { Zip } from './zip.ts'

export interface Workbook {
  /** The part that holds the cells. */
  worksheet: string
  texts: string[]
  /** By style number: is it shown as a date or a time? */
  dates: boolean[]
  /** Days count from 1904, as on old Macs. */
  from1904: boolean
}

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const base = await readRelations(zip, '_rels/.rels', '')
  const book = [...base.values()].find(({ type }) => type === 'officeDocument')?.part
  const bookPart = book ?? 'xl/workbook.xml'
  const folder = posix.dirname(bookPart)
  const relations = await readRelations(
    zip,
    posix.join(folder, '_rels', `${posix.basename(bookPart)}.rels`),
    folder,
  )
  const part = (type: string) => [...relations.values()].find((one) => one.type === type)?.part
  const { sheetIds, from1904 } = await readBook(zip, bookPart)
  const worksheet = sheetIds
    .map((id) => relations.get(id))
    .find((relation) => relation?.type === 'worksheet')?.part
  if (!worksheet) throw new SheetError('sheet_empty')
  return {
    worksheet,
    from1904,
    texts: await readTexts(zip, part('sharedStrings')),
    dates: await readDates(zip, part('styles')),
  }
}

async function readRelations(zip: Zip, part: string, folder: string) {
  const relations = new Map<string, { type: string; part: string }>()
  if (!zip.has(part)) return relations
  for await (const { kind, name, attributes } of elements(await zip.open(part, sheetLimits.part))) {
    if (kind !== 'open' || name !== 'Relationship') continue
    const { Id = '', Type = '', Target = '' } = attributes
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: target })
  }
  return relations
}

/** Tabs in the order in which people see them; hidden ones only when there is no other. */
async function readBook(zip: Zip, part: string) {
  const seen: string[] = []
  const hidden: string[] = []
  let from1904 = false
  for await (const { kind, name, attributes } of elements(await zip.open(part, sheetLimits.part))) {
    if (kind !== 'open') continue
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    if (name === 'sheet')
      (attributes.state?.includes('idden') ? hidden : seen).push(attributes.id ?? '')
  }
  return { sheetIds: [...seen, ...hidden], from1904 }
}

/** Each text of its runs; how it is pronounced (`rPh`) is not part of it. */
async function readTexts(zip: Zip, part: string | undefined): Promise<string[]> {
  const texts: string[] = []
  if (!part || !zip.has(part)) return texts
  let current = ''
  let pronunciation = false
  for await (const { kind, name, text } of elements(await zip.open(part, sheetLimits.part))) {
    if (name === 'rPh') pronunciation = kind === 'open'
    else if (kind === 'open' && name === 'si') current = ''
    else if (kind === 'close' && name === 't' && !pronunciation) current += text
    else if (kind === 'close' && name === 'si') texts.push(current)
  }
  return texts
}

async function readDates(zip: Zip, part: string | undefined): Promise<boolean[]> {
  const dates: boolean[] = []
  if (!part || !zip.has(part)) return dates
  const custom = new Map<number, string>()
  let inCells = false
  for await (const { kind, name, attributes } of elements(await zip.open(part, sheetLimits.part))) {
    if (name === 'cellXfs') inCells = kind === 'open'
    if (kind !== 'open') continue
    if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    if (name === 'xf' && inCells) {
      const format = Number(attributes.numFmtId ?? 0)
      const code = custom.get(format)
      dates.push(code === undefined ? isBuiltInDate(format) : isDateFormat(code))
    }
  }
  return dates
}

/** ECMA-376 part 1, 18.8.30: numbers of formats that every Excel knows, East Asian ones included. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  )
}

/** `yyyy"年"m"月"d"日"` is one, `0.00 "dollars"` and `[Red]0` are not. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare.replace(/general/gi, ''))
}
