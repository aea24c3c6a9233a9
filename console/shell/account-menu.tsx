import { Dropdown, type MenuProps } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useGo } from '../go.tsx'
import { Icon } from '../ui/icon.tsx'
import { themeChoices, useLooks } from '../ui/theme.tsx'
import { useWords } from '../words/words.tsx'
import { account } from '../workspaces/account.ts'
import { useViewer } from '../workspaces/viewer.tsx'

/** Who I am, how it looks to me, and the way out. */
export function AccountMenu() {
  const words = useWords()
  const { member } = useViewer()
  const looks = useLooks()
  const go = useGo()
  const [open, setOpen] = useState(false)
  const avatar = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      avatar.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [open])
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: (
        <span className="who">
          <strong>{member.name}</strong>
          <span className="faint">
            {member.email} · {words.labels.role[member.role]}
          </span>
        </span>
      ),
    },
    { type: 'divider' },
    {
      key: 'theme',
      icon: <Icon name="sun" />,
      label: words.shell.theme.title,
      children: themeChoices.map((choice) => ({
        key: `theme-${choice}`,
        label: words.shell.theme[choice],
        onClick: () => looks.chooseTheme(choice),
      })),
    },
    {
      key: 'language',
      icon: <Icon name="globe" />,
      label: words.shell.language,
      children: [
        { key: 'locale-zh-CN', label: '中文', onClick: () => looks.chooseLocale('zh-CN') },
        { key: 'locale-en', label: 'English', onClick: () => looks.chooseLocale('en') },
      ],
    },
    {
      key: 'security',
      icon: <Icon name="person" />,
      label: words.shell.security,
      onClick: () => go('settings/security'),
    },
    { type: 'divider' },
    {
      key: 'out',
      icon: <Icon name="back" />,
      label: words.shell.signOut,
      onClick: () => account.signOut().finally(() => location.assign('/console/sign-in')),
    },
  ]
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      placement="topRight"
      menu={{ items, selectedKeys: [`theme-${looks.theme}`, `locale-${looks.locale}`] }}
    >
      <button
        ref={avatar}
        type="button"
        className="avatar"
        aria-label={`${words.shell.account}: ${member.name}`}
      >
        {[...member.name][0]}
      </button>
    </Dropdown>
  )
}
