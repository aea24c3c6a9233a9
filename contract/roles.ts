/**
 * Who may do what, as a table. The server enforces it, `docs/permissions.md` shows it, a test tries
 * every endpoint as every role.
 */
export const roles = ['owner', 'admin', 'supervisor', 'agent', 'analyst'] as const
export type Role = (typeof roles)[number]

const everyone = roles
const deciders = ['owner', 'admin', 'supervisor'] as const
const handlers = ['owner', 'admin', 'supervisor', 'agent'] as const
const admins = ['owner', 'admin'] as const

export const permissions = {
  /** See the workspace, its members, teams, categories, channels. */
  'workspace.read': everyone,
  /** Change name, goals, calendar, categories, templates, teams, survey. */
  'workspace.manage': admins,
  'members.manage': admins,
  'keys.manage': admins,
  'sample.manage': admins,
  'jobs.manage': admins,
  'feedback.create': handlers,
  'cases.read': everyone,
  /** Answer, note, set priority, close, reopen, move. */
  'cases.handle': handlers,
  'cases.assign': handlers,
  /** See a customer's contact details unmasked. */
  'customers.reveal': handlers,
  /** Delete, at a customer's request, their contact details and what was said. */
  'customers.erase': deciders,
  'imports.manage': deciders,
  'knowledge.read': everyone,
  /** Write known answers and show them to customers. */
  'knowledge.manage': handlers,
  'problems.read': everyone,
  'problems.manage': handlers,
  'releases.manage': deciders,
  'insights.read': everyone,
  'webhooks.manage': admins,
  /** Take up, put off or dismiss alerts. */
  'alerts.manage': handlers,
  /** Choose which version of the model reads. */
  'readings.manage': deciders,
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

/** May a member of this role do this? */
export function permits(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}
