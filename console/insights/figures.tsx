import type { ReactNode } from 'react'
import type { Dashboard, Figure } from '../../contract/insights.ts'
import { PageLink } from '../go.tsx'
import { length } from '../ui/moment.ts'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { listBehind } from './behind.ts'
import { changeOf, percent } from './change.ts'

/** The numbers on top, each with its definition, what it rests on, and how it moved. */
export function Figures({ dashboard, now }: { dashboard: Dashboard; now: number }) {
  const words = useWords()
  const say = words.insights
  const { opened, replyRate, firstReply, resolution, satisfaction, unanswered } = dashboard
  const time = (figure: Figure) => length(figure.value, words.time)
  const below = replyRate.value !== null && replyRate.value < replyRate.goal
  return (
    <div className="figures">
      <Tile title={say.figures.opened} hint={say.figures.openedHint}>
        <Value figure={opened} text={number(opened.value ?? 0)} />
      </Tile>
      <Tile title={say.figures.replyRate} hint={say.figures.replyRateHint}>
        <Value figure={replyRate} as="share" text={percent(replyRate.value)} late={below} rests />
        <div className="goal" title={say.goal(percent(replyRate.goal))}>
          <i
            className={below ? 'goal-late' : ''}
            style={{ width: percent(replyRate.value ?? 0) }}
          />
          <u style={{ left: percent(replyRate.goal) }} />
        </div>
        <span className="faint">{say.goal(percent(replyRate.goal))}</span>
      </Tile>
      <Tile title={say.figures.firstReply} hint={say.figures.firstReplyHint}>
        <Value
          figure={firstReply.median}
          text={time(firstReply.median)}
          label={say.figures.median}
        />
        <Value figure={firstReply.p90} text={time(firstReply.p90)} label={say.figures.p90} small />
      </Tile>
      <Tile title={say.figures.resolution} hint={say.figures.resolutionHint}>
        <Value
          figure={resolution.median}
          text={time(resolution.median)}
          label={say.figures.median}
        />
        <Value figure={resolution.p90} text={time(resolution.p90)} label={say.figures.p90} small />
      </Tile>
      <Tile title={say.figures.satisfaction} hint={say.figures.satisfactionHint}>
        <Value
          figure={satisfaction}
          text={satisfaction.value === null ? '—' : satisfaction.value.toFixed(2)}
          rests
        />
      </Tile>
      <Tile title={say.figures.unanswered} hint={say.figures.unansweredHint}>
        <Value figure={unanswered} text={number(unanswered.value ?? 0)} standing />
        {unanswered.oldestCaseId && unanswered.oldestOpenedAt && (
          <PageLink
            page={`inbox/${unanswered.oldestCaseId}?view=open&sort=due`}
            className="figure-extra"
          >
            {say.figures.oldest(length(now - Date.parse(unanswered.oldestOpenedAt), words.time))}
          </PageLink>
        )}
      </Tile>
    </div>
  )
}

function Tile(props: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="card figure">
      <h2>{props.title}</h2>
      {props.children}
      <p className="figure-hint">{props.hint}</p>
    </section>
  )
}

function Value(props: {
  figure: Figure
  text: string
  as?: 'amount' | 'share'
  label?: string
  small?: boolean
  late?: boolean
  /** Counts what is so now, whatever the period: nothing to compare is no news. */
  standing?: boolean
  /** Say how many cases it rests on. */
  rests?: boolean
}) {
  const { figure } = props
  const { insights: say } = useWords()
  const moved = changeOf(figure.value, figure.before, props.as ?? 'amount')
  return (
    <div className={props.small ? 'value value-small' : 'value'}>
      <PageLink
        page={listBehind(figure.behind)}
        title={say.openList}
        className={props.late ? 'tone-late' : ''}
      >
        {props.text}
      </PageLink>
      {props.label && <span className="faint">{props.label}</span>}
      <span className="faint">
        {moved === null && figure.value !== null && !props.standing && say.noBefore}
        {moved?.kind === 'steady' && say.against(say.steady)}
        {moved?.kind === 'percent' && say.against(moved.text)}
        {moved?.kind === 'points' && say.against(say.points(moved.text))}
        {props.rests && figure.n > 0 && ` · ${say.restsOn(figure.n)}`}
      </span>
    </div>
  )
}
