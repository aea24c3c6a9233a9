import { useMemo } from 'react'
import type { ProblemSums } from '../../contract/problem-sums.ts'
import { useGo } from '../go.tsx'
import { listBehind } from '../insights/behind.ts'
import { Chart, type ChartOption } from '../insights/chart.tsx'
import { tooltipOf } from '../insights/volume-chart.tsx'
import { useLooks } from '../ui/theme.tsx'
import { useWords } from '../words/words.tsx'

/** Cases of a problem over time; a bar opens its cases. */
export default function TrendChart({ trend }: { trend: ProblemSums['trend'] }) {
  const { improvements: say } = useWords()
  const go = useGo()
  const { tokens } = useLooks()
  const option = useMemo((): ChartOption => {
    const short = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
    return {
      animationDuration: 250,
      textStyle: { fontFamily: tokens.font },
      grid: { left: 4, right: 4, top: 12, bottom: 4, outerBoundsMode: 'same' },
      tooltip: tooltipOf(tokens, 'axis'),
      xAxis: {
        type: 'category',
        data: trend.points.map(({ day }) => short(day)),
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
          type: 'bar',
          name: say.sums.cases,
          data: trend.points.map(({ cases }) => cases),
          barMaxWidth: 22,
          cursor: 'pointer',
          itemStyle: { color: tokens['chart-1'] },
        },
      ],
    }
  }, [trend, tokens, say])
  const title = say.trend[trend.unit]
  return (
    <section className="card">
      <h2>{title}</h2>
      <Chart
        option={option}
        label={title}
        height={180}
        onPick={(_, index) => {
          const point = trend.points[index]
          if (point && point.cases > 0) go(listBehind(point.behind))
        }}
      />
    </section>
  )
}
