import { Modal } from 'antd'
import { abilities } from '../abilities.ts'
import { useWords } from '../words/words.tsx'
import { KeyCaps } from './key-caps.tsx'

const groups = ['list', 'case', 'go', 'help'] as const

/** Every shortcut there is, whether or not it applies here. */
export function ShortcutSheet({ close }: { close: () => void }) {
  const words = useWords()
  return (
    <Modal open title={words.shell.shortcuts} onCancel={close} footer={null} width={640}>
      <div className="shortcuts">
        {groups.map((group) => (
          <section key={group}>
            <h3>{words.shell.groups[group]}</h3>
            {abilities
              .filter((ability) => ability.group === group && ability.keys)
              .map((ability) => (
                <div key={ability.id} className="shortcut">
                  <span>{ability.label(words)}</span>
                  <KeyCaps keys={ability.keys ?? ''} />
                </div>
              ))}
            {group === 'case' && (
              <div className="shortcut">
                <span>{words.cases.composer.send}</span>
                <KeyCaps keys="mod+Enter" />
              </div>
            )}
          </section>
        ))}
      </div>
      <p className="faint">{words.shell.shortcutsHint}</p>
    </Modal>
  )
}
