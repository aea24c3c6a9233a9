import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'

/** Stands at everything a language model wrote: that it did, which one, and when. */
export function MachineLabel({ model, at }: { model: string | null; at: string }) {
  const words = useWords()
  const zone = useZone()
  const now = useNow(60_000)
  return (
    <p className="machine-label">
      {words.assistant.madeBy(model ?? '', moment(at, now, zone, words.time))}
    </p>
  )
}
