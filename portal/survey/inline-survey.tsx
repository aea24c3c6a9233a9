/** The survey that waits, on the page of the case itself. */
import { type SurveyDone, SurveyForm } from './survey-form.tsx'
import { useSurvey } from './use-survey.ts'

interface InlineSurveyProps {
  workspace: string
  token: string
  onDone: SurveyDone
}

export function InlineSurvey({ workspace, token, onDone }: InlineSurveyProps) {
  const opened = useSurvey(workspace, token)
  // A survey that cannot be opened, or is over, must not get in the way of the case.
  if (opened.survey?.state !== 'open') return null
  return (
    <section class="ask">
      <SurveyForm survey={opened.survey} opened={opened} preselected={null} onDone={onDone} />
    </section>
  )
}
