import { Modal } from 'antd'
import { useMemo } from 'react'
import { abilities } from '../abilities.ts'
import { PickList } from '../ui/pick-list.tsx'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.tsx'
import { KeyCaps } from './key-caps.tsx'

/** Ctrl+K: everything that can be done here, found by a few letters. */
export function CommandBar({ close }: { close: () => void }) {
  const words = useWords()
  const here = useHere()
  const options = useMemo(
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
  const run = (id: string) => {
    close()
    // The dialog gives the focus back first; then the ability may take it.
    setTimeout(() => abilities.find((ability) => ability.id === id)?.do(here()), 60)
  }
  return (
    <Modal open onCancel={close} footer={null} closable={false} width={520} className="commands">
      <PickList
        options={options}
        onPick={run}
        label={words.shell.commands}
        empty={words.shell.noCommand}
      />
    </Modal>
  )
}
