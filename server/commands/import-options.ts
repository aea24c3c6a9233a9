/** What the person at the terminal asks of an import. */
import { parseArgs } from 'node:util'
import {
  dateOrders,
  type ImportMapping,
  type ImportTarget,
  importTargets,
  lastHeaderRow,
  type SheetEncoding,
  sheetEncodings,
} from '../../contract/imports.ts'
import { type Entry, entries } from '../../contract/values.ts'
import { ConfigError } from '../platform/config.ts'

export interface ImportOptions {
  file: string
  workspace: string | null
  /** Column name or number → what it means. */
  map: { column: string; target: ImportTarget }[]
  /** How the sheet is written, where it is not found out right. */
  encoding: SheetEncoding | null
  /** `none`: the sheet begins with data. */
  headerRow: number | 'none' | null
  dates: ImportMapping['dateOrder'] | null
  entry: Entry | null
  as: 'open' | 'history' | null
  dryRun: boolean
  /** Where the refused rows go. */
  rejected: string | null
  /** Ask nothing. */
  yes: boolean
  help: boolean
}

export const importUsage = `huiyin import FILE [options]

  FILE                    .csv, .tsv or .xlsx
  --workspace SLUG        whose feedback it is; needed when there are several
  --map "col=target,…"    what columns mean, by name or number, where the proposal is wrong:
                          ${importTargets.slice(0, 7).join(', ')},
                          ${importTargets.slice(7, 13).join(', ')},
                          ${importTargets.slice(13).join(', ')}
  --encoding ENCODING     of a text sheet, where it is not found out right:
                          ${sheetEncodings.join(', ')}
  --header-row N|none     the row that names the columns, counted from 1 without blank rows
  --dates ORDER           how 1/3/2020 is meant: ${dateOrders.join(', ')}, or auto: as the column shows
  --entry ENTRY           what rows are when no column says: ${entries.join(', ')}
  --as open|history       cases that wait for an answer, or records of the past
  --dry-run               read every row, keep none
  --rejected OUT.csv      write the rejected rows there, each with its reason
  --yes                   do not ask`

export function readImportOptions(args: string[]): ImportOptions {
  const { values, positionals } = parsed(args)
  const [file, ...more] = positionals
  const help = values.help ?? false
  if (!help && (!file || more.length > 0))
    throw new ConfigError(`import needs one file.\n\n${importUsage}`)
  return {
    file: file ?? '',
    workspace: values.workspace ?? null,
    map: mapOf(values.map ?? ''),
    encoding: oneOf('encoding', values.encoding, sheetEncodings),
    headerRow: headerRowOf(values['header-row']),
    dates: oneOf('dates', values.dates, ['auto', ...dateOrders] as const),
    entry: oneOf('entry', values.entry, entries),
    as: oneOf('as', values.as, ['open', 'history'] as const),
    dryRun: values['dry-run'] ?? false,
    rejected: values.rejected ?? null,
    yes: values.yes ?? false,
    help,
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        map: { type: 'string' },
        encoding: { type: 'string' },
        'header-row': { type: 'string' },
        dates: { type: 'string' },
        entry: { type: 'string' },
        as: { type: 'string' },
        'dry-run': { type: 'boolean' },
        rejected: { type: 'string' },
        yes: { type: 'boolean', short: 'y' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n\n${importUsage}`)
  }
}

function oneOf<T extends string>(
  name: string,
  given: string | undefined,
  choices: readonly T[],
): T | null {
  if (given === undefined) return null
  const chosen = choices.find((choice) => choice === given)
  if (chosen) return chosen
  throw new ConfigError(`--${name} is one of ${choices.join(', ')}, not "${given}"`)
}

function headerRowOf(given: string | undefined): ImportOptions['headerRow'] {
  if (given === undefined || given === 'none') return given ?? null
  const row = Number(given)
  if (Number.isInteger(row) && row >= 1 && row <= lastHeaderRow) return row
  throw new ConfigError(`--header-row is a number from 1 to ${lastHeaderRow}, or none`)
}

function mapOf(given: string): ImportOptions['map'] {
  return given
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.lastIndexOf('=')
      const column = pair.slice(0, at).trim()
      if (at < 1) throw new ConfigError(`--map needs column=target, not "${pair}"`)
      const target = oneOf('map', pair.slice(at + 1).trim(), importTargets) as ImportTarget
      return { column, target }
    })
}

/** The proposal with what was asked for. A meaning given to one column is taken from the other. */
export function mappingFor(
  proposed: ImportMapping,
  columns: readonly string[],
  { map, dates, entry, as }: Pick<ImportOptions, 'map' | 'dates' | 'entry' | 'as'>,
): ImportMapping {
  const targets = [...proposed.columns]
  const decided = new Set<number>()
  for (const { column, target } of map) {
    const named = columns.indexOf(column)
    const at = named >= 0 ? named : Number(column) - 1
    if (!(at in targets))
      throw new ConfigError(`The sheet has no column "${column}". It has: ${columns.join(', ')}`)
    const before = targets.indexOf(target)
    if (before >= 0 && !decided.has(before) && target !== 'context' && target !== 'ignore')
      targets[before] = 'context'
    targets[at] = target
    decided.add(at)
  }
  return {
    ...proposed,
    columns: targets,
    dateOrder: dates ?? proposed.dateOrder,
    entry: entry ?? proposed.entry,
    as: as ?? proposed.as,
  }
}
