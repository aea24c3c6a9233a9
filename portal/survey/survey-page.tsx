/** The page behind an invitation link: open, answered, expired or declined. */
import type { InvitedSurvey } from '../../contract/followups.ts'
import { follow } from '../navigation.ts'
import { TroublePage } from '../pieces/missing.tsx'
import { PageTitle } from '../pieces/page-title.tsx'
import { submitPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { isRefused } from '../track/use-track.ts'
import { SurveyForm } from './survey-form.tsx'
import { useSurvey } from './use-survey.ts'

interface SurveyPageProps {
  workspace: string
  token: string
  score: number | null
}

export function SurveyPage({ workspace, token, score }: SurveyPageProps) {
  const { words } = useSettings()
  const opened = useSurvey(workspace, token)
  const { survey, error } = opened
  if (!survey && isRefused(error)) {
    return (
      <div class="lone">
        <PageTitle>{words.survey.wrong}</PageTitle>
        <p>{words.survey.wrongWhy}</p>
        <p class="ways">
          <a class="button plain" href={submitPath(workspace)} onClick={follow}>
            {words.home}
          </a>
        </p>
      </div>
    )
  }
  if (!survey && error) return <TroublePage error={error} retry={opened.reload} />
  if (!survey) {
    return (
      <p class="opening" role="status">
        {words.loading}
      </p>
    )
  }
  if (survey.state !== 'open') return <Over survey={survey} workspace={workspace} />
  return (
    <div class="narrow">
      <h1 class="unseen">{words.survey.page}</h1>
      <p class="hint">
        {survey.workspaceName} · {words.survey.about(words.number(survey.number))}
      </p>
      <SurveyForm survey={survey} opened={opened} preselected={score} />
    </div>
  )
}

function Over({ survey, workspace }: { survey: InvitedSurvey; workspace: string }) {
  const { words } = useSettings()
  const { state, score } = survey
  const whys: Record<string, string> = {
    answered: score ? words.survey.answeredScore(words.survey.scores[score - 1] ?? `${score}`) : '',
    expired: words.survey.expiredWhy,
    declined: words.survey.declinedWhy,
  }
  const titles: Record<string, string> = {
    answered: words.survey.answered,
    expired: words.survey.expired,
    declined: words.survey.declined,
  }
  return (
    <div class="lone" role="status">
      <PageTitle>{titles[state]}</PageTitle>
      <p>{whys[state]}</p>
      <p class="ways">
        <a class="button plain" href={submitPath(workspace)} onClick={follow}>
          {words.home}
        </a>
      </p>
    </div>
  )
}
