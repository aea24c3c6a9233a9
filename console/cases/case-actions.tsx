import { Button, Popover, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { Ability, CaseDetail } from '../../contract/cases.ts'
import { KeyCaps } from '../shell/key-caps.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { caseAbility } from './abilities.ts'
import { AssignMenu } from './assign-menu.tsx'
import { CloseMenu, ReopenMenu } from './close-menu.tsx'
import { MoveMenu, PriorityMenu } from './label-menus.tsx'
import { LinkMenu } from './link-menu.tsx'

const shown: Ability[] = ['assign', 'prioritise', 'move', 'link', 'reopen', 'close']

/** A button for each thing that may be done now, each with the menu that asks how. */
export function CaseActions(props: {
  detail: CaseDetail
  menu: Ability | null
  setMenu: (ability: Ability | null) => void
  start: (ability: Ability) => void
}) {
  const { detail, menu, setMenu } = props
  const done = () => setMenu(null)
  const menus: Partial<Record<Ability, ReactNode>> = {
    assign: <AssignMenu detail={detail} done={done} />,
    prioritise: <PriorityMenu detail={detail} done={done} />,
    move: <MoveMenu detail={detail} done={done} />,
    link: <LinkMenu caseIds={[detail.id]} current={detail.problem?.id} done={done} />,
    close: <CloseMenu detail={detail} done={done} />,
    reopen: <ReopenMenu detail={detail} done={done} />,
  }
  return shown
    .filter((ability) => detail.can.includes(ability))
    .map((ability) => (
      <Popover
        key={ability}
        open={menu === ability}
        onOpenChange={(open) => setMenu(open ? ability : null)}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
        content={
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes whatever menu is inside
          <div onKeyDown={(event) => event.key === 'Escape' && done()}>{menus[ability]}</div>
        }
      >
        <span>
          <AbilityButton ability={ability} primary={ability === 'close'} quiet={menu !== null} />
        </span>
      </Popover>
    ))
}

function AbilityButton(props: { ability: Ability; primary: boolean; quiet: boolean }) {
  const words = useWords()
  const { icon, label, keys } = caseAbility(props.ability)
  const iconOnly = ['prioritise', 'move', 'link'].includes(props.ability)
  const title = (
    <span className="tip">
      {label(words)} {keys && <KeyCaps keys={keys} />}
    </span>
  )
  return (
    <Tooltip title={title} {...(props.quiet ? { open: false } : {})}>
      <Button
        type={props.primary ? 'primary' : 'default'}
        aria-label={label(words)}
        className={iconOnly ? 'act act-icon' : 'act'}
        icon={<Icon name={icon} size={15} />}
      >
        {iconOnly ? null : <span className="act-label">{label(words)}</span>}
      </Button>
    </Tooltip>
  )
}
