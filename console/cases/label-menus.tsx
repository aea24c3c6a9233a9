import { App } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { type Priority, priorities } from '../../contract/values.ts'
import { useCategories } from '../feedback/queries.ts'
import { useComplain } from '../ui/failure.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { useName, useWords } from '../words/words.tsx'
import { useCaseChange, wasOvertaken } from './changes.ts'

export function PriorityMenu({ detail, done }: { detail: CaseDetail; done: () => void }) {
  const words = useWords()
  const complain = useComplain()
  const { message } = App.useApp()
  const change = useCaseChange('prioritise', detail)
  return (
    <PickList
      label={words.cases.abilities.prioritise}
      options={[...priorities].reverse().map((priority) => ({
        key: priority,
        label: words.labels.priority[priority],
        chosen: priority === detail.priority,
      }))}
      onPick={(key) => {
        done()
        change.mutateAsync({ priority: key as Priority }).then(
          () => void message.success(words.cases.prioritised),
          (error) => wasOvertaken(error) || complain(error),
        )
      }}
    />
  )
}

export function MoveMenu({ detail, done }: { detail: CaseDetail; done: () => void }) {
  const words = useWords()
  const name = useName()
  const complain = useComplain()
  const { message } = App.useApp()
  const change = useCaseChange('move', detail)
  const categories = (useCategories().data ?? []).filter(({ archived }) => !archived)
  const none = { key: '', label: words.cases.side.noCategory, chosen: detail.category === null }
  return (
    <PickList
      label={words.cases.abilities.move}
      options={[
        ...categories.map((category) => ({
          key: category.id,
          label: name(category),
          group: words.labels.entry[category.entry],
          chosen: category.id === detail.category?.id,
        })),
        none,
      ]}
      onPick={(key) => {
        done()
        change.mutateAsync({ categoryId: key || null }).then(
          () => void message.success(words.cases.moved),
          (error) => wasOvertaken(error) || complain(error),
        )
      }}
    />
  )
}
