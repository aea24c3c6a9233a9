import { App, Button } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { type Part, parts, type ReadingView } from '../../contract/understanding.ts'
import { useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { useJudging } from './judging.ts'
import { labelNames, standingIn } from './reading-labels.ts'

/** Who said what of the reading, and when; it can be taken back. */
export function ReadingJudgements(props: { detail: CaseDetail; reading: ReadingView }) {
  const words = useWords()
  const say = words.reading
  const zone = useZone()
  const now = useNow(60_000)
  const { judgements } = props.reading
  const when = (at: string) => moment(at, now, zone, words.time)
  const who = (by: string | null) => by ?? words.cases.bySystem
  const standing = standingIn(props.reading)
  const corrected = judgements.filter(({ confirmed }) => !confirmed)
  const confirmed = Map.groupBy(
    judgements.filter((one) => one.confirmed),
    ({ by, at }) => `${by} ${at}`,
  )
  return (
    <ul className="judgements">
      {corrected.map(({ part, said, by, at }) => (
        <li key={part}>
          {say.correctedBy(
            who(by),
            say.parts[part],
            labelNames(part, said, words),
            labelNames(part, [standing[part]].flat(), words),
            when(at),
          )}{' '}
          <TakeBack detail={props.detail} parts={[part]} />
        </li>
      ))}
      {[...confirmed].map(([key, some]) => {
        const about = parts.filter((part) => some.some((one) => one.part === part))
        const names =
          about.length === parts.length
            ? words.cases.side.reading
            : about.map((part) => say.parts[part]).join(words.shell.separator)
        return (
          <li key={key}>
            {say.confirmedBy(who(some[0]?.by ?? null), names, when(some[0]?.at ?? ''))}{' '}
            <TakeBack detail={props.detail} parts={about} />
          </li>
        )
      })}
    </ul>
  )
}

function TakeBack({ detail, parts: of }: { detail: CaseDetail; parts: Part[] }) {
  const words = useWords()
  const complain = useComplain()
  const { message } = App.useApp()
  const { takeBack } = useJudging(detail.id)
  if (!detail.can.includes('judge')) return null
  const names = of.map((part) => words.reading.parts[part]).join(words.shell.separator)
  return (
    <Button
      type="link"
      size="small"
      aria-label={words.reading.takeBackOf(names)}
      loading={takeBack.isPending}
      onClick={() =>
        takeBack.mutate(of, {
          onError: complain,
          onSuccess: () => void message.success(words.reading.takenBack),
        })
      }
    >
      {words.reading.takeBack}
    </Button>
  )
}
