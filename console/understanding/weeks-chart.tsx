import { useMemo } from 'react'
import { leastForShare, type Quality } from '../../contract/quality.ts'
import { parts } from '../../contract/understanding.ts'
import { useWords } from '../words/words.tsx'
import { percent } from './share.ts'

const width = 640
const height = 190
const margin = { left: 40, right: 12, top: 12, bottom: 24 }

/** Accuracy by week, one line a part; a week with few judged texts has no point. */
export function WeeksChart({ quality }: { quality: Quality }) {
  const { quality: say, reading } = useWords()
  const lines = useMemo(() => linesOf(quality), [quality])
  const weeks = quality.weeks.map(({ week }) => week)
  const x = (at: number) =>
    margin.left + (at / Math.max(1, weeks.length - 1)) * (width - margin.left - margin.right)
  const y = (share: number) => margin.top + (1 - share) * (height - margin.top - margin.bottom)
  return (
    <section className="card">
      <h2>{say.overTime}</h2>
      <p className="faint">{say.overTimeHint(leastForShare)}</p>
      {lines.length === 0 ? (
        <p>{say.noWeeks(leastForShare)}</p>
      ) : (
        <>
          <svg viewBox={`0 0 ${width} ${height}`} className="quality-chart" role="img">
            <title>{say.overTime}</title>
            {[0, 0.5, 1].map((share) => (
              <g key={share}>
                <line x1={margin.left} x2={width - margin.right} y1={y(share)} y2={y(share)} />
                <text x={margin.left - 6} y={y(share) + 4} textAnchor="end">
                  {percent(share)}
                </text>
              </g>
            ))}
            {weeks.map((week, at) =>
              at % Math.ceil(weeks.length / 8) === 0 ? (
                <text key={week} x={x(at)} y={height - 6} textAnchor="middle">
                  {week.slice(5)}
                </text>
              ) : null,
            )}
            {lines.map(({ part, points }) => (
              <g key={part} className={`quality-line-${parts.indexOf(part) + 1}`}>
                <polyline
                  points={points.map(({ at, share }) => `${x(at)},${y(share)}`).join(' ')}
                />
                {points.map(({ at, share, judged }) => (
                  <circle key={at} cx={x(at)} cy={y(share)} r={3.5}>
                    <title>
                      {`${reading.parts[part]} ${weeks[at]} ${percent(share)} (${judged})`}
                    </title>
                  </circle>
                ))}
              </g>
            ))}
          </svg>
          <ul className="quality-key">
            {lines.map(({ part }) => (
              <li key={part} className={`quality-line-${parts.indexOf(part) + 1}`}>
                <i />
                {reading.parts[part]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function linesOf(quality: Quality) {
  return parts.flatMap((part) => {
    const points = quality.weeks.flatMap((week, at) => {
      const counted = week.parts.find((one) => one.part === part)
      if (!counted || counted.judged < leastForShare) return []
      return [{ at, share: counted.right / counted.judged, judged: counted.judged }]
    })
    return points.length === 0 ? [] : [{ part, points }]
  })
}
