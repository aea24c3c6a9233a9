import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { type Overtaken, useCaseChange, wasOvertaken } from './changes.ts'
import { useTelling } from './happening.tsx'
import { caseKeys } from './queries.ts'

/** Somebody was faster: what they did, and what the reader had asked, to be done after all or not. */
export function OvertakenNote({ detail }: { detail: CaseDetail }) {
  const queries = useQueryClient()
  const key = caseKeys.overtaken(detail.id)
  const { data: asked } = useQuery<Overtaken | null>({
    queryKey: key,
    queryFn: () => null,
    enabled: false,
  })
  if (!asked) return null
  return <Note detail={detail} asked={asked} forget={() => queries.setQueryData(key, null)} />
}

function Note(props: { detail: CaseDetail; asked: Overtaken; forget: () => void }) {
  const { detail, asked, forget } = props
  const words = useWords()
  const say = words.cases.overtaken
  const tell = useTelling(detail)
  const complain = useComplain()
  const change = useCaseChange(asked.verb, detail)
  const since = detail.happenings.slice(asked.seen).flatMap((one) => tell(one) ?? [])
  const name = words.cases.abilities[asked.verb]
  const again = () =>
    change.mutate(asked.body as never, {
      onError: (error) => {
        if (wasOvertaken(error)) return
        forget()
        complain(error)
      },
    })
  return (
    <Alert
      className="overtaken"
      type="warning"
      showIcon
      role="alert"
      title={say.title(since.length > 0 ? since.join(words.cases.semicolon) : say.somehow)}
      description={say.kept(name)}
      action={
        <span className="overtaken-acts">
          {detail.can.includes(asked.verb) && (
            <Button size="small" type="primary" loading={change.isPending} onClick={again}>
              {say.again}
            </Button>
          )}
          <Button size="small" type="text" onClick={forget}>
            {say.leave}
          </Button>
        </span>
      }
    />
  )
}
