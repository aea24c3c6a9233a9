import { App, Button, Skeleton } from 'antd'
import type { AssistantView } from '../../contract/assistant.ts'
import { Copyable } from '../ui/copy.tsx'
import { Failure, useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { AssistantForm } from './assistant-form.tsx'
import { useAssistant, useTryAssistant } from './queries.ts'
import { UseTable } from './use-table.tsx'
import './assistant.css'

const variables = [
  'AI_BASE_URL=https://api.example.com/v1',
  'AI_API_KEY=sk-…',
  'AI_MODEL=model-name',
]

/** The language model, if there is one: how it is, what it may do, what is sent, what it used. */
export function AssistantSettingsPage() {
  const words = useWords()
  const say = words.assistant.settings
  const found = useAssistant()
  const view = found.data
  return (
    <Page title={words.settings.tabs.assistant} hint={say.hint}>
      {found.isPending && <Skeleton active />}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {view && !view.endpoint && <Absent />}
      {view?.endpoint && (
        <>
          <Standing view={view} endpoint={view.endpoint} />
          <div className="card">
            <AssistantForm view={view} />
          </div>
          <div className="card">
            <h2>{say.sentTitle}</h2>
            {say.sent.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <UseTable view={view} />
        </>
      )}
    </Page>
  )
}

function Absent() {
  const say = useWords().assistant.settings
  return (
    <div className="card">
      <h2>{say.absent}</h2>
      <p>{say.absentHint}</p>
      {variables.map((line) => (
        <Copyable key={line} value={line} />
      ))}
    </div>
  )
}

function Standing(props: {
  view: AssistantView
  endpoint: NonNullable<AssistantView['endpoint']>
}) {
  const words = useWords()
  const { failures, settings: say } = words.assistant
  const { message } = App.useApp()
  const complain = useComplain()
  const zone = useZone()
  const now = useNow(60_000)
  const trial = useTryAssistant()
  const { resting, active } = props.view
  const standing = () => {
    if (resting)
      return say.resting(moment(resting.until, now, zone, words.time), failures[resting.because])
    return active ? say.well : say.off
  }
  const test = () =>
    trial.mutateAsync(undefined).then(({ failure, model, tookMs }) => {
      if (failure) message.error(say.testFailed(failures[failure]), 8)
      else message.success(say.testWell(model ?? '', (tookMs / 1000).toFixed(1)), 6)
    }, complain)
  return (
    <div className="card assistant-facts">
      <div>
        <span className="faint">{say.state}</span>
        <strong className={resting ? 'tone-warn' : ''}>{standing()}</strong>
      </div>
      <div>
        <span className="faint">{say.host}</span>
        <strong>{props.endpoint.host}</strong>
      </div>
      <div>
        <span className="faint">{say.model}</span>
        <strong>{props.endpoint.model}</strong>
      </div>
      <div>
        <Button loading={trial.isPending} onClick={test}>
          {say.test}
        </Button>
      </div>
    </div>
  )
}
