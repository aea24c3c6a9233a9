import type { Permission } from '../../contract/roles.ts'
import { opening } from '../cases/filter.ts'
import type { IconName } from '../ui/icon.tsx'
import { stringifySearch } from '../url-search.ts'
import type { Words } from '../words/words.tsx'
import type { Ability } from './abilities.ts'

export interface Destination {
  page: string
  name: keyof Words['shell']['nav']
  icon: IconName
  permission: Permission
  keys: string
  /** On a phone these lie under "more". */
  aside?: true
}

/** The rail, from top to bottom. */
export const destinations: Destination[] = [
  { page: 'inbox', name: 'inbox', icon: 'inbox', permission: 'cases.read', keys: 'g i' },
  { page: 'radar', name: 'radar', icon: 'radar', permission: 'insights.read', keys: 'g a' },
  { page: 'problems', name: 'problems', icon: 'problem', permission: 'problems.read', keys: 'g p' },
  { page: 'releases', name: 'releases', icon: 'release', permission: 'problems.read', keys: 'g r' },
  {
    page: 'knowledge',
    name: 'knowledge',
    icon: 'answer',
    permission: 'knowledge.read',
    keys: 'g k',
    aside: true,
  },
  {
    page: 'insights',
    name: 'insights',
    icon: 'insights',
    permission: 'insights.read',
    keys: 'g d',
  },
  {
    page: 'imports',
    name: 'imports',
    icon: 'import',
    permission: 'imports.manage',
    keys: 'g m',
    aside: true,
  },
  {
    page: 'quality',
    name: 'quality',
    icon: 'check',
    permission: 'insights.read',
    keys: 'g q',
    aside: true,
  },
  {
    page: 'settings',
    name: 'settings',
    icon: 'settings',
    permission: 'workspace.read',
    keys: 'g s',
    aside: true,
  },
]

export const inboxPage = `inbox${stringifySearch(opening('open'))}`

/** Where the rail leads: the inbox opens on what is owed. */
export function pageOf(destination: Destination): string {
  return destination.page === 'inbox' ? inboxPage : destination.page
}

export const goAbilities: Ability[] = destinations.map((destination) => ({
  id: `go.${destination.page}`,
  group: 'go',
  label: (words) => words.shell.nav[destination.name],
  icon: destination.icon,
  keys: destination.keys,
  when: ({ viewer }) => viewer.permissions.includes(destination.permission),
  do: ({ go }) => go(pageOf(destination)),
}))

export const helpAbilities: Ability[] = [
  {
    id: 'help.shortcuts',
    group: 'help',
    label: (words) => words.shell.shortcuts,
    icon: 'help',
    keys: '?',
    when: () => true,
    do: ({ openHelp }) => openHelp(),
  },
  {
    id: 'help.commands',
    group: 'help',
    label: (words) => words.shell.commandBar,
    icon: 'search',
    keys: 'mod+k',
    when: () => true,
    do: ({ openCommands }) => openCommands(),
  },
]
