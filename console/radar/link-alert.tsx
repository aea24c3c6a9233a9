import { App } from 'antd'
import { useState } from 'react'
import type { AlertView } from '../../contract/radar.ts'
import { useProblems } from '../improvements/queries.ts'
import { useComplain } from '../ui/failure.tsx'
import { PickList, type PickOption } from '../ui/pick-list.tsx'
import { useWords } from '../words/words.tsx'
import { useLinkAlert } from './queries.ts'

/** Gives all cases of an alert to a known problem, or to a new one named by what was typed. */
export function LinkAlert({ alert, done }: { alert: AlertView; done: () => void }) {
  const words = useWords()
  const complain = useComplain()
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const found = useProblems(q ? { q } : {})
  const link = useLinkAlert()
  const options: PickOption[] = (found.data ?? []).map((problem) => ({
    key: problem.id,
    label: problem.title,
    hint: words.improvements.customers(problem.customers),
  }))
  if (q !== '') options.push({ key: 'new', label: words.improvements.createNamed(q), icon: 'plus' })
  const pick = (key: string) => {
    done()
    link
      .mutateAsync({
        params: { alertId: alert.id },
        body: key === 'new' ? { title: q } : { problemId: key },
      })
      .then(() => void message.success(words.radar.linked), complain)
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
