import { useMemo } from 'react'
import type { Dashboard } from '../../contract/insights.ts'
import { useGo } from '../go.tsx'
import { useLooks } from '../ui/theme.tsx'
import { useWords } from '../words/words.tsx'
import { listBehind } from './behind.ts'
import { Chart, type ChartOption } from './chart.tsx'
import { tooltipOf } from './volume-chart.tsx'

/** How the scores are spread. Low ones are what is dangerous here. */
export default function ScoreChart({ dashboard }: { dashboard: Dashboard }) {
  const words = useWords()
  const say = words.insights
  const go = useGo()
  const { tokens } = useLooks()
  const { scores } = dashboard
  const option = useMemo((): ChartOption => {
    const colour = (score: number) => {
      if (score <= 2) return tokens.late
      return score === 3 ? tokens['chart-6'] : tokens.jade
    }
    return {
      animationDuration: 250,
      textStyle: { fontFamily: tokens.font },
      grid: { left: 4, right: 4, top: 24, bottom: 4, outerBoundsMode: 'same' },
      tooltip: tooltipOf(tokens, 'item'),
      xAxis: {
        type: 'category',
        data: scores.map(({ score }) => say.score(score)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: tokens['line-strong'] } },
        axisLabel: { color: tokens['ink-3'] },
      },
      yAxis: { type: 'value', show: false, minInterval: 1 },
      series: [
        {
          type: 'bar',
          barMaxWidth: 44,
          cursor: 'pointer',
          label: { show: true, position: 'top', color: tokens['ink-2'] },
          data: scores.map(({ score, cases }) => ({
            value: cases,
            itemStyle: { color: colour(score) },
          })),
        },
      ],
    }
  }, [scores, tokens, say])
  const none = scores.every(({ cases }) => cases === 0)
  return (
    <section className="card">
      <h2>{say.scores}</h2>
      {none ? (
        <p className="faint">{say.emptyScores}</p>
      ) : (
        <Chart
          option={option}
          label={say.scores}
          height={220}
          onPick={(_, index) => {
            const score = scores[index]
            if (score) go(listBehind(score.behind))
          }}
        />
      )}
    </section>
  )
}
