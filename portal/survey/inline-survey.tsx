/** The survey that waits, on the page of the case itself. */
import { useSettings } from '../settings.ts'
import { SurveyForm } from './survey-form.tsx'
import { useSurvey } from './use-survey.ts'

interface InlineSurveyProps {
  workspace: string
  token: string
  onDone: () => void
}

export function InlineSurvey({ workspace, token, onDone }: InlineSurveyProps) {
  const { words } = useSettings()
  const opened = useSurvey(workspace, token)
  // A survey that cannot be opened must not get in the way of the case.
  if (!opened.survey) return null
  if (opened.survey.state !== 'open') {
    return opened.survey.state === 'answered' ? (
      <p class="said" role="status">
        {words.survey.answered}
      </p>
    ) : null
  }
  return (
    <section class="ask">
      <SurveyForm survey={opened.survey} opened={opened} preselected={null} onDone={onDone} />
    </section>
  )
}
