import { Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import type { CaseRow } from '../../contract/cases.ts'
import { priorities } from '../../contract/values.ts'
import { useCategories } from '../feedback/queries.ts'
import { PickList } from '../ui/pick-list.tsx'
import { useName, useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import { type Assignment, AssignPicker } from './assign-menu.tsx'
import { type BulkAct, planFor } from './bulk-plan.ts'
import { BulkDialog, useBulkWork } from './bulk-work.tsx'
import { changeCase } from './changes.ts'
import { closings } from './close-menu.tsx'
import { LinkMenu } from './link-menu.tsx'
import type { Selection } from './selection.ts'

type Menu = 'link' | 'assign' | 'close' | 'prioritise' | 'move'

/** What can be done with many cases at once. */
export function BulkBar({ selection, rows }: { selection: Selection; rows: readonly CaseRow[] }) {
  const words = useWords()
  const say = words.cases
  const name = useName()
  const mayLink = useMay('problems.manage')
  const mayAssign = useMay('cases.assign')
  const mayHandle = useMay('cases.handle')
  const categories = (useCategories().data ?? []).filter(({ archived }) => !archived)
  const [menu, setMenu] = useState<Menu | null>(null)
  const bulk = useBulkWork(selection)

  // Without the version that was seen: whoever does this to many cases means them however they
  // stand, and of two who do so at once the later one holds; both stand in the case.
  const ask = (act: BulkAct, label: string) =>
    bulk.ask({
      title: say.bulk.title(say.abilities[act.verb], label),
      plan: planFor(act, selection.chosen, rows),
      act: (caseId) => changeCase(act.verb, caseId, act.body),
      ...(act.verb === 'close' ? { hint: say.closing.hint } : {}),
    })
  const assign = ({ to, name }: { to: Assignment; name: string | null }) =>
    ask({ verb: 'assign', body: to }, name ?? say.assign.nobody)
  const menus: [Menu, boolean, ReactNode][] = [
    [
      'link',
      mayLink,
      <LinkMenu key="link" caseIds={[...selection.chosen.keys()]} done={() => setMenu(null)} />,
    ],
    [
      'assign',
      mayAssign,
      <AssignPicker key="assign" onPick={(to, name) => picked(assign)({ to, name })} />,
    ],
    [
      'close',
      mayHandle,
      <PickList
        key="close"
        label={say.closing.title}
        options={closings.map((key) => ({ key, label: words.labels.resolution[key] }))}
        onPick={picked((key: string) => {
          const resolution = closings.find((one) => one === key)
          if (resolution)
            ask({ verb: 'close', body: { resolution } }, words.labels.resolution[resolution])
        })}
      />,
    ],
    [
      'prioritise',
      mayHandle,
      <PickList
        key="prioritise"
        label={say.abilities.prioritise}
        options={[...priorities]
          .reverse()
          .map((key) => ({ key, label: words.labels.priority[key] }))}
        onPick={picked((key: string) => {
          const priority = priorities.find((one) => one === key)
          if (priority)
            ask({ verb: 'prioritise', body: { priority } }, words.labels.priority[priority])
        })}
      />,
    ],
    [
      'move',
      mayHandle,
      <PickList
        key="move"
        label={say.abilities.move}
        options={[
          ...categories.map((category) => ({
            key: category.id,
            label: name(category),
            group: words.labels.entry[category.entry],
          })),
          { key: '', label: say.side.noCategory },
        ]}
        onPick={picked((key: string) => {
          const category = categories.find(({ id }) => id === key)
          ask(
            { verb: 'move', body: { categoryId: key || null } },
            category ? name(category) : say.side.noCategory,
          )
        })}
      />,
    ],
  ]
  function picked<T>(go: (picked: T) => void): (picked: T) => void {
    return (what) => {
      setMenu(null)
      go(what)
    }
  }
  return (
    <div className="list-sort bulk">
      <strong>{say.bulk.selected(selection.chosen.size)}</strong>
      {menus
        .filter(([, may]) => may)
        .map(([key, , content]) => (
          <Popover
            key={key}
            open={menu === key}
            onOpenChange={(shown) => setMenu(shown ? key : null)}
            trigger="click"
            placement="bottomLeft"
            arrow={false}
            destroyOnHidden
            content={content}
          >
            <Button size="small">{say.abilities[key]}</Button>
          </Popover>
        ))}
      <Button size="small" type="text" onClick={selection.clear}>
        {say.bulk.clear}
      </Button>
      <BulkDialog {...bulk} />
    </div>
  )
}
