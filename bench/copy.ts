/** Rows into a table by COPY. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Cell = string | number | boolean | null

const rowsPerWrite = 500

export async function copy(
  client: pg.Client,
  into: string,
  count: number,
  row: (n: number) => Cell[],
): Promise<void> {
  const stream: Writable = client.query(copyFrom(`copy ${into} from stdin`))
  for (let n = 0; n < count; n += rowsPerWrite) {
    let lines = ''
    for (let i = n; i < Math.min(n + rowsPerWrite, count); i++)
      lines += `${row(i).map(escaped).join('\t')}\n`
    if (!stream.write(lines)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(cell: Cell): string {
  return cell === null
    ? '\\N'
    : String(cell).replace(/[\\\t\n\r]/g, (character) => escapes[character] as string)
}
