/** What was written down on the phone, and came in with a sheet each month. */
import type { Arrival } from './arrivals.ts'
import { minuteMs } from './clock.ts'
import type { Row } from './life.ts'
import type { Said } from './said.ts'
import type { World } from './world.ts'

export interface Sheets {
  /** The import that brought it; null for what came by itself. */
  take(said: Said): string | null
  rows(): Row[]
}

const columns = ['登记时间', '来电内容', '客户称呼', '联系电话']
const mapping = {
  columns: ['said_at', 'text', 'customer_name', 'customer_phone'],
  entry: 'feedback',
  categoryId: null,
  as: 'history',
}
const sampleRows = 5

export function sheetsOf(world: World, arrivals: readonly Arrival[]): Sheets {
  const { clock, dice, supervisor } = world
  const days = new Map<number, { id: string; at: number; said: Said[] }>()
  for (const { channel, receivedAt } of arrivals)
    if (channel === 'import' && !days.has(receivedAt))
      days.set(receivedAt, { id: dice.id(receivedAt - 3 * minuteMs), at: receivedAt, said: [] })

  const cells = ({ saidAt, text, author }: Said): string[] => [
    saidAt.toISOString().slice(0, 16).replace('T', ' '),
    text,
    author.name ?? '',
    author.phone ?? '',
  ]
  return {
    take(said) {
      const sheet = said.channelKind === 'import' ? days.get(said.receivedAt.getTime()) : undefined
      sheet?.said.push(said)
      return sheet?.id ?? null
    },
    rows: () =>
      [...days.values()].map(({ id, at, said }) => ({
        id,
        channel_id: world.channels.import,
        file_id: dice.id(at - 4 * minuteMs),
        name: `热线登记 ${clock.monthDay(clock.dayOf(at) - 14).slice(0, 2)} 月.csv`,
        state: 'done',
        format: 'csv',
        encoding: 'utf-8',
        delimiter: ',',
        columns,
        header_row: 1,
        head: [columns, ...said.slice(0, sampleRows).map(cells)],
        dates: columns.map(() => null),
        sample: said.slice(0, sampleRows).map(cells),
        mapping,
        rows: said.length,
        done: said.length,
        accepted: said.length,
        repeated: 0,
        rejected: 0,
        error: null,
        created_by: supervisor.id,
        created_by_name: supervisor.name,
        created_at: new Date(at - 3 * minuteMs),
        finished_at: new Date(at + 2000),
      })),
  }
}
