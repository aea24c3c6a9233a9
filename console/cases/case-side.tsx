import { Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { OpinionCard } from '../assistant/opinion-card.tsx'
import { SummaryCard } from '../assistant/summary-card.tsx'
import { PageLink } from '../go.tsx'
import { useUnlinkCase } from '../improvements/queries.ts'
import { AnswersCard } from '../knowledge/answers-card.tsx'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { deviceOf } from '../workspaces/device.ts'
import { CustomerCard } from './customer-card.tsx'
import { LinkMenu } from './link-menu.tsx'
import { ReadingCard } from './reading-card.tsx'
import { SimilarCard } from './similar-card.tsx'

/** Beside the conversation: what it means, who it is, what it belongs to, how it was received. */
export function CaseSide(props: {
  detail: CaseDetail
  revealing: boolean
  reveal: () => void
  erase: () => void
  /** Adds to the reply; null: there is none to be written. */
  insert: ((text: string) => void) | null
}) {
  const { detail } = props
  return (
    <>
      <SummaryCard detail={detail} />
      <ReadingCard key={detail.id} detail={detail} />
      <OpinionCard detail={detail} />
      <AnswersCard caseId={detail.id} insert={props.insert} />
      <CustomerCard
        detail={detail}
        revealing={props.revealing}
        reveal={props.reveal}
        erase={props.erase}
      />
      <ProblemCard detail={detail} />
      <SimilarCard caseId={detail.id} />
      <SurveyCard detail={detail} />
      <ContextCard detail={detail} />
    </>
  )
}

function ProblemCard({ detail }: { detail: CaseDetail }) {
  const words = useWords()
  const complain = useComplain()
  const unlink = useUnlinkCase()
  const { problem } = detail
  const mayLink = detail.can.includes('link')
  return (
    <section>
      <h2>{words.cases.side.problem}</h2>
      {problem ? (
        <div className="related">
          <PageLink page={`problems/${problem.id}`}>
            #{problem.number} {problem.title}
          </PageLink>
          {mayLink && (
            <div className="related-acts">
              <LinkPopover detail={detail}>
                <Button type="link" size="small">
                  {words.cases.side.relink}
                </Button>
              </LinkPopover>
              <Button
                type="link"
                size="small"
                loading={unlink.isPending}
                onClick={() =>
                  unlink.mutate({ problemId: problem.id, caseId: detail.id }, { onError: complain })
                }
              >
                {words.cases.side.unlink}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <>
          <p className="faint">{words.cases.side.noProblem}</p>
          {mayLink && (
            <LinkPopover detail={detail}>
              <Button size="small">{words.cases.side.link}</Button>
            </LinkPopover>
          )}
        </>
      )}
    </section>
  )
}

/** Opens where it was asked for. */
function LinkPopover({ detail, children }: { detail: CaseDetail; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const done = () => setOpen(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu inside
        <div onKeyDown={(event) => event.key === 'Escape' && done()}>
          <LinkMenu caseIds={[detail.id]} current={detail.problem?.id} done={done} />
        </div>
      }
    >
      {children}
    </Popover>
  )
}

function SurveyCard({ detail }: { detail: CaseDetail }) {
  const words = useWords()
  const { survey, entry } = detail
  if (!survey) return null
  const { solvedYes, solvedNo, clearYes, clearNo } = words.cases.side
  const [yes, no] = entry === 'suggestion' ? [clearYes, clearNo] : [solvedYes, solvedNo]
  return (
    <section>
      <h2>{words.cases.side.survey}</h2>
      <p>
        <strong className={survey.score <= 2 ? 'tone-late' : ''}>
          {survey.score} · {words.labels.score[survey.score]}
        </strong>
        {survey.solved !== null && <span className="faint"> {survey.solved ? yes : no}</span>}
      </p>
      {survey.comment && <p className="text quote">{survey.comment}</p>}
    </section>
  )
}

function ContextCard({ detail }: { detail: CaseDetail }) {
  const words = useWords()
  const context = Object.entries(detail.feedback.context)
  if (context.length === 0) return null
  return (
    <section>
      <h2>{words.cases.side.context}</h2>
      <dl className="kv">
        {context.map(([key, value]) => (
          <div key={key}>
            <dt title={key}>{words.cases.contextKeys[key] ?? key}</dt>
            <dd title={String(value)}>{shortly(key, String(value))}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Browsers introduce themselves at length; the whole of it shows on hover. */
function shortly(key: string, value: string): string {
  return key === 'browser' || key === 'userAgent' ? deviceOf(value) || value : value
}
