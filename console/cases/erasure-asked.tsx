import { Alert, Button } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'

/** The customer wants to be forgotten, and somebody has to decide. */
export function ErasureAsked({ detail, decide }: { detail: CaseDetail; decide: () => void }) {
  const words = useWords()
  const say = words.cases.erasure
  const zone = useZone()
  const now = useNow(60_000)
  if (detail.erasureAskedAt === null) return null
  const mayErase = detail.can.includes('erase')
  return (
    <Alert
      className="overtaken"
      type="warning"
      showIcon
      title={say.asked(moment(detail.erasureAskedAt, now, zone, words.time))}
      description={mayErase ? say.askedHint : say.askedOthers}
      action={
        mayErase && (
          <Button size="small" danger onClick={decide}>
            {say.decide}
          </Button>
        )
      }
    />
  )
}
