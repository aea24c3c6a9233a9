import { Drawer, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import type { Ability } from '../../contract/cases.ts'
import { insertAnswer } from '../knowledge/answers-card.tsx'
import { useAnswersFor } from '../knowledge/queries.ts'
import { usePublish } from '../shell/here.tsx'
import { Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { CaseActions } from './case-actions.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseSide } from './case-side.tsx'
import { Composer, type ComposerHandle } from './composer.tsx'
import { Conversation } from './conversation.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { ErasureAsked } from './erasure-asked.tsx'
import { OvertakenNote } from './overtaken.tsx'
import { useCase } from './queries.ts'
import './case.css'

/** One case: what was said, what happened, and the answer. */
export function CasePane({ caseId, back }: { caseId: string; back: () => void }) {
  const words = useWords()
  const found = useCase(caseId)
  const detail = found.data
  const composer = useRef<ComposerHandle>(null)
  const talk = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<Ability | null>(null)
  const [sideShown, showSide] = useState(false)
  const [revealing, reveal] = useState(false)

  const start = (ability: Ability) => {
    if (ability === 'answer') composer.current?.write('reply')
    else if (ability === 'note') composer.current?.write('note')
    else if (ability === 'reveal') reveal(true)
    else {
      showSide(false)
      setMenu(ability)
    }
  }
  const insert = (text: string) => {
    showSide(false)
    composer.current?.insert(text)
  }
  const mayAnswer = detail?.can.includes('answer') ?? false
  const [known] = useAnswersFor(caseId).data ?? []
  usePublish(
    'case',
    detail
      ? {
          detail,
          start,
          ...(known && mayAnswer ? { insertAnswer: () => insertAnswer(known, insert) } : {}),
        }
      : undefined,
  )

  if (!detail) {
    return (
      <section className="case" aria-busy={found.isPending}>
        <div className="case-main">
          <div className="case-head">
            <BackButton back={back} />
            {!found.error && <Skeleton active paragraph={{ rows: 8 }} />}
          </div>
          {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        </div>
      </section>
    )
  }
  const erase = () => start('erase')
  const side = (
    <CaseSide
      detail={detail}
      revealing={revealing}
      reveal={() => reveal(true)}
      erase={erase}
      insert={mayAnswer ? insert : null}
    />
  )
  return (
    <section className="case" aria-label={`#${detail.number} ${detail.title}`}>
      <div className="case-main">
        <CaseHeader
          detail={detail}
          back={<BackButton back={back} />}
          actions={
            <>
              <CaseActions detail={detail} menu={menu} setMenu={setMenu} start={start} />
              <button
                type="button"
                className="bare case-details"
                aria-label={words.cases.side.details}
                onClick={() => showSide(true)}
              >
                <Icon name="person" size={18} />
              </button>
            </>
          }
        />
        <OvertakenNote detail={detail} />
        <ErasureAsked detail={detail} decide={erase} />
        <Conversation detail={detail} talk={talk} />
        <Composer
          ref={composer}
          detail={detail}
          showNewest={() => talk.current?.scrollTo({ top: talk.current.scrollHeight })}
        />
      </div>
      {menu === 'erase' && <EraseDialog detail={detail} close={() => setMenu(null)} />}
      <aside className="side">{side}</aside>
      <Drawer
        open={sideShown}
        onClose={() => showSide(false)}
        title={words.cases.side.details}
        size={340}
        styles={{ body: { padding: 16 } }}
      >
        <div className="side-drawn">{side}</div>
      </Drawer>
    </section>
  )
}

function BackButton({ back }: { back: () => void }) {
  const words = useWords()
  return (
    <button
      type="button"
      className="bare case-back"
      onClick={back}
      aria-label={words.cases.backToList}
    >
      <Icon name="back" size={20} />
    </button>
  )
}
