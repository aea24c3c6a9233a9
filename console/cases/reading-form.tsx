import { App, Button, Select } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { mostLabels, type ReadingView, risks, topics } from '../../contract/understanding.ts'
import { kinds, sentiments, urgencies } from '../../contract/values.ts'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useJudging } from './judging.ts'
import { changesIn, labelName, type Standing, standingIn } from './reading-labels.ts'

/** Puts the reading right. Only what is changed counts as judged. */
export function ReadingForm(props: {
  detail: CaseDetail
  reading: ReadingView
  close: () => void
}) {
  const words = useWords()
  const complain = useComplain()
  const { message } = App.useApp()
  const { correct } = useJudging(props.detail.id)
  const [before] = useState(() => standingIn(props.reading))
  const [now, set] = useState(before)
  const change = (part: Partial<Standing>) => set({ ...now, ...part })
  const save = async () => {
    const changes = changesIn(before, now)
    if (Object.keys(changes).length === 0) {
      message.info(words.reading.unchanged)
      return props.close()
    }
    try {
      await correct.mutateAsync(changes)
      message.success(words.reading.saved)
      props.close()
    } catch (error) {
      complain(error)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the form inside
    <div
      className="reading-form"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && props.close()}
    >
      <One part="kind" of={kinds} now={now.kind} set={(kind) => change({ kind })} autoFocus />
      <Several
        part="topics"
        of={topics}
        now={now.topics}
        hint={words.reading.topicsHint}
        set={(chosen) => change({ topics: chosen })}
      />
      <One
        part="sentiment"
        of={sentiments}
        now={now.sentiment}
        set={(sentiment) => change({ sentiment })}
      />
      <One part="urgency" of={urgencies} now={now.urgency} set={(urgency) => change({ urgency })} />
      <Several
        part="risks"
        of={risks}
        now={now.risks}
        hint={words.reading.risksHint}
        set={(chosen) => change({ risks: chosen })}
      />
      <div className="reading-acts">
        <Button type="primary" size="small" loading={correct.isPending} onClick={save}>
          {words.shell.save}
        </Button>
        <Button size="small" onClick={props.close}>
          {words.shell.cancel}
        </Button>
      </div>
    </div>
  )
}

function One<L extends string>(props: {
  part: 'kind' | 'sentiment' | 'urgency'
  of: readonly L[]
  now: L
  set: (label: L) => void
  autoFocus?: true
}) {
  const words = useWords()
  const name = words.reading.parts[props.part]
  return (
    <div className="reading-field">
      <span>{name}</span>
      <Select
        size="small"
        aria-label={name}
        {...(props.autoFocus ? { autoFocus: true } : {})}
        value={props.now}
        options={props.of.map((value) => ({ value, label: labelName(props.part, value, words) }))}
        onChange={props.set}
      />
    </div>
  )
}

function Several<L extends string>(props: {
  part: 'topics' | 'risks'
  of: readonly L[]
  now: readonly L[]
  hint: string
  set: (labels: L[]) => void
}) {
  const words = useWords()
  const name = words.reading.parts[props.part]
  return (
    <div className="reading-field">
      <span>{name}</span>
      <Select
        mode="multiple"
        size="small"
        aria-label={name}
        maxCount={mostLabels}
        placeholder={props.hint}
        optionFilterProp="label"
        value={[...props.now]}
        options={props.of.map((value) => ({ value, label: labelName(props.part, value, words) }))}
        onChange={props.set}
      />
    </div>
  )
}
