import type { CaseDetail, Happening } from '../../contract/cases.ts'
import { useCategories } from '../feedback/queries.ts'
import { moment, useNow } from '../ui/moment.ts'
import { useName, useWords } from '../words/words.tsx'
import { useMembers, useTeams } from '../workspaces/queries.ts'
import { useZone } from '../workspaces/viewer.tsx'

/** One line of what happened between the messages. */
export function HappeningLine({ happening, detail }: { happening: Happening; detail: CaseDetail }) {
  const words = useWords()
  const zone = useZone()
  const now = useNow(60_000)
  const told = useTelling(detail)(happening)
  if (told === null) return null
  return (
    <div className="happening">
      {told} · {moment(happening.at, now, zone, words.time)}
    </div>
  )
}

/** What happened as a sentence; null for what is no news to people. */
export function useTelling(detail: CaseDetail): (happening: Happening) => string | null {
  const words = useWords()
  const about = useAbout(detail)
  return (happening) => {
    const { type, data } = happening
    const withdrawn = type === 'case.closed' && data.resolution === 'withdrawn'
    const tell = words.cases.happenings[withdrawn ? 'case.withdrawn' : type]
    return tell ? tell(happening.by ?? words.cases.bySystem, about(happening)) : null
  }
}

/** What a happening is about, in words: a name, a label, a version. */
function useAbout(detail: CaseDetail): (happening: Happening) => string {
  const words = useWords()
  const name = useName()
  const members = useMembers().data
  const teams = useTeams().data
  const categories = useCategories().data
  const labelled = <T extends string>(of: Record<T, string>, value: unknown) =>
    of[value as T] ?? String(value ?? '')
  return ({ type, data }) => {
    switch (type) {
      // Told or not: nobody writes to customers of an imported sheet, or of the past.
      case 'case.opened':
        return detail.messages.some(({ notice }) => notice?.name === 'received') ? 'told' : ''
      case 'case.assigned':
        return (
          members?.find(({ id }) => id === data.assigneeId)?.name ??
          teams?.find(({ id }) => id === data.teamId)?.name ??
          ''
        )
      case 'case.prioritised':
        return labelled(words.labels.priority, data.priority)
      case 'case.moved': {
        const category = categories?.find(({ id }) => id === data.categoryId)
        return category ? name(category) : words.cases.side.noCategory
      }
      case 'case.confirmed':
      case 'case.rejected':
        return detail.entry
      case 'case.contacts_erased':
        return data.asked ? 'asked' : ''
      case 'case.redacted':
        return String(data.reason ?? '')
      case 'case.closed':
        return labelled(words.labels.resolution, data.resolution)
      case 'case.corrected':
      case 'case.correction_undone':
        return String(data.parts ?? '')
          .split(',')
          .map((part) => labelled(words.reading.parts, part))
          .join(words.shell.separator)
      case 'case.reopened':
        return words.cases.reopenedBecause[String(data.why)] ?? ''
      case 'case.linked': {
        if (!data.problemId) return ''
        return detail.problem?.id === data.problemId
          ? detail.problem.title
          : words.cases.side.problem
      }
      case 'case.told':
        return String(data.release ?? '')
      case 'survey.skipped':
        return `HY-${data.askedAbout}`
      case 'survey.answered':
        return String(data.score ?? '')
      default:
        return ''
    }
  }
}
