/** Writes docs/permissions.md from the contract: `npm run permissions`. A test keeps the page true. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints } from '../contract/index.ts'
import { type Permission, permissions, permits, roles } from '../contract/roles.ts'

export const page = join(import.meta.dirname, '../docs/permissions.md')

export function permissionsPage(): string {
  const names = Object.keys(permissions) as Permission[]
  const table = [
    `| | ${roles.join(' | ')} |`,
    `|---|${roles.map(() => '---').join('|')}|`,
    ...names.map(
      (name) =>
        `| ${name} | ${roles.map((role) => (permits(role, name) ? 'yes' : '')).join(' | ')} |`,
    ),
  ]
  const member = endpoints
    .filter(({ audience }) => audience === 'member')
    .sort((a, b) => a.path.localeCompare(b.path, 'en') || a.method.localeCompare(b.method, 'en'))
  const byPermission = names.map((name) => {
    const rows = member.filter(({ permission }) => permission === name)
    const lines = rows.map(
      ({ method, path, summary, scope }) =>
        `* \`${method} ${path}\` ${summary}${scope ? ` (keys: \`${scope}\`)` : ''}`,
    )
    return [`### ${name}`, '', ...lines].join('\n')
  })
  return [
    '# Who may do what',
    '',
    'Made from `contract/roles.ts` and the endpoints by `npm run permissions`; a test tries every endpoint as every role. Finer rules stand with the actions: only owners change owners, the last owner stays.',
    '',
    ...table,
    '',
    '## Endpoints by permission',
    '',
    'A key needs the scope that is named; endpoints without one are closed to keys.',
    '',
    byPermission.join('\n\n'),
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(page, permissionsPage())
