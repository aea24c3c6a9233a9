import { useQuery } from '@tanstack/react-query'
import { listChannels } from '../../contract/channels.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import {
  checkImport,
  discardImport,
  listImports,
  mapImport,
  openImport,
  rereadImport,
  showImport,
  startImport,
  undoImport,
} from '../../contract/imports.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

export function useChannels() {
  return useQuery({
    queryKey: ['channels'],
    queryFn: () => call(listChannels),
    staleTime: 5 * 60_000,
  })
}

/** A running import is asked about, should the live line be slow. */
const watchMs = 2000
const busy: readonly string[] = ['checking', 'running', 'undoing']

export function useImports() {
  return useQuery({
    queryKey: ['imports'],
    queryFn: () => call(listImports),
    select: ({ items }) => items,
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => busy.includes(item.state)) ? watchMs : false,
  })
}

export function useImport(importId: string) {
  return useQuery({
    queryKey: ['imports', importId],
    queryFn: () => call(showImport, { params: { importId } }),
    refetchInterval: ({ state }) =>
      state.data && busy.includes(state.data.state) ? watchMs : false,
  })
}

export const useOpenImport = () =>
  useChange(['imports'], (body: CallOf<typeof openImport>['body']) => call(openImport, { body }))

export const useMapImport = () =>
  useChange(['imports'], (input: CallOf<typeof mapImport>) => call(mapImport, input))

export const useRereadImport = () =>
  useChange(['imports'], (input: CallOf<typeof rereadImport>) => call(rereadImport, input))

const steps = { check: checkImport, start: startImport, undo: undoImport } as const
export const useImportStep = (importId: string) =>
  useChange(['imports'], (step: keyof typeof steps) =>
    call(steps[step], { params: { importId }, body: {} }),
  )

export const useDiscardImport = () =>
  useChange(['imports'], (importId: string) => call(discardImport, { params: { importId } }))
