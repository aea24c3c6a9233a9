import { App } from 'antd'
import { useState } from 'react'
import { useCreateProblem, useLinkCases, useProblems } from '../improvements/queries.ts'
import { useComplain } from '../ui/failure.tsx'
import { PickList, type PickOption } from '../ui/pick-list.tsx'
import { useWords } from '../words/words.tsx'

/** Links cases to a known problem, or to a new one named by what was typed. */
export function LinkMenu(props: {
  caseIds: string[]
  current?: string | undefined
  done: () => void
}) {
  const words = useWords()
  const complain = useComplain()
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const found = useProblems(q ? { q } : {})
  const link = useLinkCases()
  const create = useCreateProblem()
  const options: PickOption[] = (found.data ?? []).map((problem) => ({
    key: problem.id,
    label: problem.title,
    hint: words.improvements.customers(problem.customers),
    chosen: problem.id === props.current,
  }))
  if (q !== '') options.push({ key: 'new', label: words.improvements.createNamed(q), icon: 'plus' })
  const pick = async (key: string) => {
    props.done()
    try {
      if (key === 'new') await create.mutateAsync({ title: q, caseIds: props.caseIds })
      else await link.mutateAsync({ params: { problemId: key }, body: { caseIds: props.caseIds } })
      message.success(words.cases.side.linked)
    } catch (error) {
      complain(error)
    }
  }
  return (
    <PickList
      label={words.improvements.findOrName}
      options={options}
      onType={setTyped}
      onPick={pick}
      empty={found.isPending ? words.shell.loading : words.improvements.typeToCreate}
    />
  )
}
