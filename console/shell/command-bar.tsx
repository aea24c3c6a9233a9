import { Modal } from 'antd'
import { useMemo, useState } from 'react'
import { abilities } from '../abilities.ts'
import { PickList } from '../ui/pick-list.tsx'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.tsx'
import { KeyCaps } from './key-caps.tsx'

const searchAll = 'search.all'
/** As much as a search may hold. */
const longestSearch = 100

/** Ctrl+K: everything that can be done here, found by a few letters; other words are searched for. */
export function CommandBar({ close }: { close: () => void }) {
  const words = useWords()
  const here = useHere()
  const [typed, type] = useState('')
  const wanted = typed.trim()
  const commands = useMemo(
    () =>
      abilities
        .filter((ability) => ability.id !== 'help.commands' && ability.when(here()))
        .map((ability) => ({
          key: ability.id,
          label: ability.label(words),
          group: words.shell.groups[ability.group],
          icon: ability.icon,
          ...(ability.keys ? { end: <KeyCaps keys={ability.keys} /> } : {}),
        })),
    [here, words],
  )
  const named = commands.filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()))
  const search = { key: searchAll, label: words.shell.searchAll(wanted), icon: 'search' as const }
  const run = (id: string) => {
    close()
    if (id === searchAll) return here().go(`inbox${stringifySearch({ view: 'all', q: wanted })}`)
    // The dialog gives the focus back first; then the ability may take it.
    setTimeout(() => abilities.find((ability) => ability.id === id)?.do(here()), 60)
  }
  return (
    <Modal open onCancel={close} footer={null} closable={false} width={520} className="commands">
      <PickList
        options={wanted === '' ? named : [...named, search]}
        onType={(text) => type(text.slice(0, longestSearch))}
        onPick={run}
        label={words.shell.commands}
      />
    </Modal>
  )
}
