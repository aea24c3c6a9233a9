/** What the import command says. */
import type { ImportView } from '../../contract/imports.ts'

const width = 30

const refusals: Record<string, string> = {
  file_type_refused:
    'This is no sheet: .csv, .tsv and .xlsx can be imported. Save an old .xls as .xlsx.',
  file_empty: 'The file is empty.',
  file_too_large: 'The file is too large: 100 MB at most. Split it.',
  sheet_empty: 'There are no rows in this sheet.',
  sheet_unreadable:
    'The sheet cannot be read: it is damaged, encrypted, or a quote in it never closes.',
  sheet_too_wide: 'The sheet is too wide: 200 columns at most.',
  sheet_too_long: 'The sheet is too long: 1,000,000 rows at most. Split it.',
  columns_differ: 'The mapping does not fit the columns.',
  text_missing: 'No column holds what was said: give one with --map "COLUMN=text".',
  target_twice: 'Two columns cannot mean the same.',
  category_unknown: 'There is no such category.',
  file_missing: 'The uploaded sheet is gone.',
  internal: 'Something went wrong; the log says what.',
}

export function refusalInWords(code: string): string {
  return refusals[code] ?? code
}

export function nobodyWorks({ state }: Pick<ImportView, 'state'>): string {
  const what = state === 'checking' ? 'The dry run' : 'The import'
  return `No worker is running, so nobody carries this out. Start one:
  npm run huiyin -- serve --role worker
${what} goes on by itself then; see the console.`
}

/** What the sheet is and what its columns will mean, with the first cell of each. */
export function describeImport(view: ImportView): string {
  const kind = view.format === 'csv' ? `CSV, ${view.encoding}` : 'Excel'
  const header = view.headerRow === null ? 'no header' : `header in row ${view.headerRow}`
  const lines = view.columns.map((column, index) => {
    const cell = (view.sample[0]?.[index] ?? '').replace(/\s+/g, ' ')
    const shown = [...cell].length > width ? `${[...cell].slice(0, width).join('')}…` : cell
    return `  ${column} → ${view.mapping.columns[index]}${shown ? `   (${shown})` : ''}`
  })
  const rows = view.mapping.as === 'open' ? 'open cases' : 'history, already closed'
  return `${view.name}: ${kind}, ${header}\n${lines.join('\n')}\n  Rows become ${rows}; ${view.mapping.entry} where no column says.\n${datesInWords(view)}`
}

const orders = { ymd: 'year/month/day', mdy: 'month/day/year', dmy: 'day/month/year' }

function datesInWords({ mapping, dates }: ImportView): string {
  const shown = dates[mapping.columns.indexOf('said_at')] ?? null
  if (mapping.dateOrder !== 'auto') return `  Dates are ${orders[mapping.dateOrder]}.\n`
  if (shown === null) return ''
  return shown === 'unclear'
    ? '  Day and month cannot be told apart: rows where they matter are rejected; say --dates.\n'
    : `  Dates look like ${orders[shown]}; if they are not, say --dates.\n`
}

/** `████████░░░░  62 %  38,912 of 62,774` */
export function progressBar(view: Pick<ImportView, 'done' | 'rows'>): string {
  if (view.rows === null) return 'Counting rows …'
  const share = view.rows === 0 ? 1 : view.done / view.rows
  const full = Math.round(share * width)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}  ${Math.floor(share * 100)} %  ${number(view.done)} of ${number(view.rows)}`
}

export function summary(
  view: ImportView,
  { dryRun, tookMs }: { dryRun: boolean; tookMs: number },
): string {
  const verb = dryRun ? 'would be imported' : 'imported'
  const speed =
    dryRun || tookMs <= 0 ? '' : `, ${number(Math.round((view.done / tookMs) * 1000))} rows/s`
  const lines = [
    `${number(view.done)} rows in ${(tookMs / 1000).toFixed(1)} s${speed}`,
    `  ${number(view.accepted)} ${verb}`,
    `  ${number(view.repeated)} were there already${repeatsInWords(view)}`,
    `  ${number(view.rejected)} rejected`,
    ...view.reasons.map(({ code, rows }) => `    ${number(rows)} × ${code}`),
    ...categoriesInWords(view, verb),
    ...(view.agedContactRows > 0 ? [agedInWords(view)] : []),
  ]
  return `${lines.join('\n')}\n`
}

function repeatsInWords({ repeated, repeatedRows }: ImportView): string {
  if (repeated === 0) return ''
  const more = repeated > repeatedRows.length ? ' …' : ''
  return ` (rows ${repeatedRows.map(number).join(', ')}${more})`
}

function agedInWords({ agedContactRows }: ImportView): string {
  return `  ${number(agedContactRows)} with contact details older than they may be kept: these are deleted tonight`
}

const mostNamed = 20

/** Rows whose category is none of ours have neither category nor team. */
function categoriesInWords(view: ImportView, verb: string): string[] {
  const { unknownCategories: unknown, otherCategoryRows, mapping } = view
  const left = unknown.filter(
    ({ entry, name }) =>
      !mapping.categories.some(
        (one) => one.entry === entry && one.name === name && one.to !== 'none',
      ),
  )
  const named = left.slice(0, mostNamed)
  const others = otherCategoryRows + left.slice(mostNamed).reduce((sum, { rows }) => sum + rows, 0)
  if (left.length === 0 && others === 0) return []
  const all = named.reduce((sum, { rows }) => sum + rows, others)
  return [
    `  ${number(all)} ${verb} without category and team: there is no such category`,
    ...named.map(({ entry, name, rows }) => `    ${number(rows)} × ${name} (${entry})`),
    ...(others > 0 ? [`    ${number(others)} × others`] : []),
    '    Make them in the settings of the console first, or bring the sheet in there and choose.',
  ]
}

function number(value: number): string {
  return value.toLocaleString('en')
}

export function say(text: string): void {
  process.stdout.write(text)
}

/** On one line of a terminal, over what stood there; nowhere else. */
export function draw(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${text}`)
}
