import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeCalendar, readCalendar } from '../../contract/calendar.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import {
  changeMember,
  createKey,
  invite,
  listInvitations,
  listKeys,
  listMembers,
  readInvitation,
  revokeInvitation,
  revokeKey,
} from '../../contract/members.ts'
import { changeTeam, createTeam, listTeams } from '../../contract/teams.ts'
import { changeSettings, readSetup, readViewer } from '../../contract/workspaces.ts'
import { call } from '../api.ts'

/** Names and people change seldom; the live line says when. */
const calmMs = 5 * 60_000

export function useSetup() {
  return useQuery({ queryKey: ['setup'], queryFn: () => call(readSetup) })
}

export function useViewerQuery(workspace: string) {
  return useQuery({
    queryKey: ['viewer', workspace],
    queryFn: () => call(readViewer),
    staleTime: calmMs,
  })
}

export function useMembers() {
  return useQuery({
    queryKey: ['members'],
    queryFn: () => call(listMembers),
    staleTime: calmMs,
    select: ({ items }) => items,
  })
}

export function useTeams() {
  return useQuery({
    queryKey: ['teams'],
    queryFn: () => call(listTeams),
    staleTime: calmMs,
    select: ({ items }) => items,
  })
}

export function useInvitations() {
  return useQuery({
    queryKey: ['invitations'],
    queryFn: () => call(listInvitations),
    select: ({ items }) => items,
  })
}

export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(readInvitation, { params: { token } }),
  })
}

export function useCalendar() {
  return useQuery({ queryKey: ['calendar'], queryFn: () => call(readCalendar) })
}

export function useKeys() {
  return useQuery({
    queryKey: ['keys'],
    queryFn: () => call(listKeys),
    select: ({ items }) => items,
  })
}

export const useChangeSettings = () =>
  useChange(['viewer'], (body: CallOf<typeof changeSettings>['body']) =>
    call(changeSettings, { body }),
  )

export const useChangeCalendar = () =>
  useChange(['calendar'], (body: CallOf<typeof changeCalendar>['body']) =>
    call(changeCalendar, { body }),
  )

export const useChangeMember = () =>
  useChange(['members'], (input: CallOf<typeof changeMember>) => call(changeMember, input))

export const useInvite = () =>
  useChange(['invitations'], (body: CallOf<typeof invite>['body']) => call(invite, { body }))

export const useRevokeInvitation = () =>
  useChange(['invitations'], (invitationId: string) =>
    call(revokeInvitation, { params: { invitationId } }),
  )

type TeamBody = CallOf<typeof createTeam>['body']
export const useSaveTeam = () =>
  useChange(['teams'], ({ teamId, body }: { teamId?: string; body: TeamBody }) =>
    teamId ? call(changeTeam, { params: { teamId }, body }) : call(createTeam, { body }),
  )

export const useCreateKey = () =>
  useChange(['keys'], (body: CallOf<typeof createKey>['body']) => call(createKey, { body }))

export const useRevokeKey = () =>
  useChange(['keys'], (keyId: string) => call(revokeKey, { params: { keyId } }))

/** A change after which one list is old. */
export function useChange<I, R>(key: string[], mutationFn: (input: I) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: key }) })
}
