import { createContext, use } from 'react'
import type { Permission } from '../../contract/roles.ts'
import type { Viewer } from '../../contract/workspaces.ts'

export const ViewerContext = createContext<Viewer | null>(null)

/** Who is looking, and at which workspace. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext)
  if (!viewer) throw new Error('outside a workspace')
  return viewer
}

export function useMay(permission: Permission): boolean {
  return useViewer().permissions.includes(permission)
}

export function useZone(): string {
  return useViewer().workspace.timeZone
}
