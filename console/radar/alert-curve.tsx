import { useMemo } from 'react'
import type { AlertDetail } from '../../contract/radar.ts'
import { Chart, type ChartOption } from '../insights/chart.tsx'
import { tooltipOf } from '../insights/volume-chart.tsx'
import { inZone } from '../ui/moment.ts'
import { useLooks } from '../ui/theme.tsx'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'

/** What came, over the band in which nearly all usually falls, with what was released meanwhile. */
export default function AlertCurve({ alert }: { alert: AlertDetail }) {
  const { radar: say } = useWords()
  const { tokens } = useLooks()
  const zone = useZone()
  const { points, releases, minutes } = alert.curve
  const option = useMemo((): ChartOption => {
    const began = Date.parse(alert.beganAt)
    const tall = (at: string) => Date.parse(at) + minutes * 60_000 > began
    const label = (at: string) => inZone(at, zone).format(minutes < 60 ? 'HH:mm' : 'M/D HH:mm')
    const band = { type: 'line' as const, stack: 'band', symbol: 'none', silent: true }
    return {
      animationDuration: 250,
      textStyle: { fontFamily: tokens.font },
      grid: { left: 4, right: 12, top: 28, bottom: 34, outerBoundsMode: 'same' },
      legend: {
        bottom: 0,
        left: 0,
        itemWidth: 10,
        itemHeight: 10,
        icon: 'roundRect',
        data: [say.came, say.band],
        textStyle: { color: tokens['ink-2'] },
        inactiveColor: tokens['line-strong'],
      },
      tooltip: {
        ...tooltipOf(tokens, 'axis'),
        formatter: (items: unknown) => {
          const index = (items as { dataIndex: number }[])[0]?.dataIndex ?? 0
          const point = points[index]
          return point
            ? `${label(point.at)}<br>${say.tip(point.cases, point.usual.toFixed(1), point.high)}`
            : ''
        },
      } as ChartOption['tooltip'],
      xAxis: {
        type: 'category',
        data: points.map(({ at }) => label(at)),
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
      series: [
        {
          ...band,
          z: 1,
          name: say.band,
          data: points.map(({ high }) => high),
          lineStyle: { width: 0 },
          itemStyle: { color: tokens['line-strong'] },
          areaStyle: { color: tokens['line-strong'], opacity: 0.45 },
        },
        {
          type: 'bar',
          z: 2,
          name: say.came,
          barMaxWidth: 16,
          itemStyle: { color: tokens.jade },
          data: points.map(({ at, cases }) => ({
            value: cases,
            itemStyle: { color: tall(at) ? tokens.late : tokens.jade },
          })),
          markLine: {
            symbol: 'none',
            silent: true,
            lineStyle: { color: tokens['ink-3'], type: 'dashed' },
            label: { color: tokens['ink-2'], formatter: '{b}' },
            data: releases.flatMap(({ name, at }) => {
              const index = points.findLastIndex((point) => point.at <= at)
              return index < 0 ? [] : [{ name: say.released(name), xAxis: index }]
            }),
          },
        },
      ],
    }
  }, [alert.beganAt, points, releases, minutes, tokens, say, zone])
  return <Chart option={option} label={say.curve} height={260} onPick={() => {}} />
}
