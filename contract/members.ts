/** Who works here: members, invitations, and the keys of programs. */

import { z } from 'zod'
import { endpoint, scopes } from './endpoint.ts'
import { roles } from './roles.ts'
import { Email, Id, Line, Moment, Named, Nothing, Slug } from './values.ts'

export const Role = z.enum(roles)
export const Password = z.string().min(10).max(128)
export const MemberView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  active: z.boolean(),
  teams: z.array(Named),
  lastSeenAt: Moment.nullable(),
  can: z.array(z.enum(['changeRole', 'deactivate', 'activate'])),
})
export type MemberView = z.infer<typeof MemberView>

export const listMembers = endpoint({
  id: 'workspaces.listMembers',
  method: 'GET',
  path: '/api/v1/members',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'Everyone who works here',
  reply: z.object({ items: z.array(MemberView) }),
})

export const changeMember = endpoint({
  id: 'workspaces.changeMember',
  method: 'PATCH',
  path: '/api/v1/members/:memberId',
  audience: 'member',
  permission: 'members.manage',
  summary: 'Change a member’s role, or let them in or out',
  params: z.object({ memberId: Id }),
  body: z.strictObject({ role: Role.optional(), active: z.boolean().optional() }),
  reply: MemberView,
  errors: ['last_owner', 'owner_only'],
})

export const InvitationView = z.object({
  id: Id,
  role: Role,
  email: z.string().nullable(),
  invitedBy: z.string(),
  createdAt: Moment,
  expiresAt: Moment,
})
export type InvitationView = z.infer<typeof InvitationView>

export const listInvitations = endpoint({
  id: 'workspaces.listInvitations',
  method: 'GET',
  path: '/api/v1/invitations',
  audience: 'member',
  permission: 'members.manage',
  summary: 'Invitations not yet accepted',
  reply: z.object({ items: z.array(InvitationView) }),
})

export const invite = endpoint({
  id: 'workspaces.invite',
  method: 'POST',
  path: '/api/v1/invitations',
  audience: 'member',
  permission: 'members.manage',
  summary: 'Invite someone by link; the link is shown once',
  body: z.strictObject({ role: Role, email: Email.optional() }),
  reply: z.object({ invitation: InvitationView, link: z.string() }),
  status: 201,
  errors: ['owner_only'],
})

export const revokeInvitation = endpoint({
  id: 'workspaces.revokeInvitation',
  method: 'DELETE',
  path: '/api/v1/invitations/:invitationId',
  audience: 'member',
  permission: 'members.manage',
  summary: 'Withdraw an invitation',
  params: z.object({ invitationId: Id }),
  reply: Nothing,
})

const InvitationToken = z.object({ token: z.string().min(20).max(200) })

export const readInvitation = endpoint({
  id: 'workspaces.readInvitation',
  method: 'GET',
  path: '/api/invitations/:token',
  audience: 'public',
  summary: 'What an invitation link offers',
  params: InvitationToken,
  reply: z.object({
    workspaceName: z.string(),
    role: Role,
    email: z.string().nullable(),
    invitedBy: z.string(),
  }),
})

export const acceptInvitation = endpoint({
  id: 'workspaces.acceptInvitation',
  method: 'POST',
  path: '/api/invitations/:token',
  audience: 'public',
  summary: 'Join the workspace with a new account, or the existing one when the password is right',
  params: InvitationToken,
  body: z.strictObject({ name: Line(40), email: Email, password: Password }),
  reply: z.object({ workspace: Slug }),
  status: 201,
  errors: ['password_too_weak', 'wrong_password', 'invitation_for_another', 'already_member'],
})

export const Scopes = z.array(z.enum(scopes)).min(1)
export const KeyView = z.object({
  id: Id,
  name: z.string(),
  /** The first characters, to tell keys apart. */
  start: z.string(),
  scopes: Scopes,
  createdBy: z.string(),
  /** False when whoever made it no longer works here. The key works on until it is revoked. */
  creatorActive: z.boolean(),
  createdAt: Moment,
  /** To the minute. */
  lastUsedAt: Moment.nullable(),
})
export type KeyView = z.infer<typeof KeyView>

export const listKeys = endpoint({
  id: 'workspaces.listKeys',
  method: 'GET',
  path: '/api/v1/keys',
  audience: 'member',
  permission: 'keys.manage',
  summary: 'API keys in force',
  reply: z.object({ items: z.array(KeyView) }),
})

export const createKey = endpoint({
  id: 'workspaces.createKey',
  method: 'POST',
  path: '/api/v1/keys',
  audience: 'member',
  permission: 'keys.manage',
  summary: 'Make an API key; its secret is shown once',
  body: z.strictObject({ name: Line(60), scopes: Scopes }),
  reply: z.object({ key: KeyView, secret: z.string() }),
  status: 201,
})

export const revokeKey = endpoint({
  id: 'workspaces.revokeKey',
  method: 'DELETE',
  path: '/api/v1/keys/:keyId',
  audience: 'member',
  permission: 'keys.manage',
  summary: 'Revoke an API key; it stops working within seconds',
  params: z.object({ keyId: Id }),
  reply: Nothing,
})
