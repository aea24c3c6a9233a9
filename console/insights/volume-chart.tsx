import { Segmented } from 'antd'
import { useMemo } from 'react'
import type { Dashboard } from '../../contract/insights.ts'
import { useGo } from '../go.tsx'
import { useRemembered } from '../ui/stored.ts'
import { useLooks } from '../ui/theme.tsx'
import type { Tokens } from '../ui/tokens.ts'
import { useWords } from '../words/words.tsx'
import { listBehind } from './behind.ts'
import { type Bucket, bucketIndex, bucketsOf } from './buckets.ts'
import { Chart, type ChartOption } from './chart.tsx'

const ways = ['kind', 'channel'] as const
type Way = (typeof ways)[number]
const colours = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `chart-${n}` as keyof Tokens)

interface Series {
  key: string
  name: string
  filter: Record<string, string>
  counts: number[]
}

/** Volume over time, stacked by what it is or where it came from. A segment opens its cases. */
export default function VolumeChart({ dashboard }: { dashboard: Dashboard }) {
  const words = useWords()
  const say = words.insights
  const go = useGo()
  const { tokens } = useLooks()
  const [way, setWay] = useRemembered<Way>('huiyin.insights.way', ways, 'kind')
  const buckets = useMemo(() => bucketsOf(dashboard, dashboard.unit), [dashboard])
  const series = useMemo(
    () =>
      seriesOf(dashboard, buckets, way, (kind) =>
        kind ? words.labels.kind[kind] : words.labels.unread,
      ),
    [dashboard, buckets, way, words],
  )
  const option = useMemo(() => optionOf(series, buckets, tokens), [series, buckets, tokens])
  const title = { day: say.volume, week: say.volumeWeek }[buckets[0]?.size ?? 'day']
  return (
    <section className="card">
      <div className="chart-head">
        <h2>{title}</h2>
        <Segmented
          size="small"
          value={way}
          onChange={setWay}
          options={ways.map((value) => ({ value, label: say.by[value] }))}
        />
      </div>
      <Chart
        option={option}
        label={title}
        height={280}
        onPick={(at, index) => {
          const bucket = buckets[index]
          if (!bucket) return
          // What narrows the whole page (a channel) narrows its segments too.
          const days = { openedFrom: bucket.from, openedTo: bucket.to }
          go(listBehind({ ...dashboard.opened.behind, ...days, ...series[at]?.filter }))
        }}
      />
    </section>
  )
}

function seriesOf(
  dashboard: Dashboard,
  buckets: Bucket[],
  way: Way,
  kindName: (kind: Dashboard['byKind'][number]['kind']) => string,
): Series[] {
  const rows =
    way === 'kind'
      ? dashboard.byKind.map(({ kind, cases }) => ({
          key: kind ?? '',
          name: kindName(kind),
          cases,
          filter: { kind: kind ?? 'none' },
        }))
      : dashboard.byChannel.map(({ id, name, cases }) => ({
          key: id,
          name,
          cases,
          filter: { channel: id },
        }))
  return rows
    .filter(({ cases }) => cases > 0)
    .sort((a, b) => b.cases - a.cases)
    .map(({ key, name, filter }) => {
      const counts = buckets.map(() => 0)
      for (const cell of dashboard.cells) {
        if ((way === 'kind' ? (cell.kind ?? '') : cell.channelId) !== key) continue
        const at = bucketIndex(buckets, cell.day)
        if (at >= 0) counts[at] = (counts[at] ?? 0) + cell.cases
      }
      return { key, name, filter: filter as Record<string, string>, counts }
    })
}

function optionOf(series: Series[], buckets: Bucket[], tokens: Tokens): ChartOption {
  return {
    animationDuration: 250,
    textStyle: { fontFamily: tokens.font },
    grid: { left: 4, right: 4, top: 12, bottom: 34, outerBoundsMode: 'same' },
    legend: {
      bottom: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      icon: 'roundRect',
      type: 'scroll',
      textStyle: { color: tokens['ink-2'] },
      inactiveColor: tokens['line-strong'],
    },
    tooltip: tooltipOf(tokens, 'axis'),
    xAxis: {
      type: 'category',
      data: buckets.map(labelOf),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens['line-strong'] } },
      axisLabel: { color: tokens['ink-3'], hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: tokens.line } },
      axisLabel: { color: tokens['ink-3'] },
    },
    series: series.map(({ name, counts }, index) => ({
      type: 'bar',
      name,
      stack: 'volume',
      data: counts,
      barMaxWidth: 26,
      cursor: 'pointer',
      itemStyle: { color: tokens[colours[index % colours.length] ?? 'chart-1'] },
      emphasis: { focus: 'series' },
    })),
  }
}

/** The look of a tooltip, the same in every chart. */
export function tooltipOf(tokens: Tokens, trigger: 'axis' | 'item'): ChartOption['tooltip'] {
  return {
    trigger,
    confine: true,
    backgroundColor: tokens.surface,
    borderColor: tokens['line-strong'],
    textStyle: { color: tokens.ink, fontFamily: tokens.font, fontSize: 13 },
    axisPointer: { type: 'shadow', shadowStyle: { color: tokens.line, opacity: 0.35 } },
  }
}

function labelOf({ from, to }: Bucket): string {
  const short = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
  return from === to ? short(from) : `${short(from)}–${short(to)}`
}
