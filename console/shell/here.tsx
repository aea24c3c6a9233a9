import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useGo } from '../go.tsx'
import { useViewer } from '../workspaces/viewer.tsx'
import type { CaseHere, Here, ListHere } from './abilities.ts'

interface Parts {
  list?: ListHere
  case?: CaseHere
}
interface Place {
  parts: RefObject<Parts>
  now: () => Here
}
const PlaceContext = createContext<Place | null>(null)

/** Holds what the pages publish; reading it is a function call, so publishing never re-renders. */
export function HereProvider(props: {
  openHelp: () => void
  openCommands: () => void
  children: ReactNode
}) {
  const { openHelp, openCommands } = props
  const parts = useRef<Parts>({})
  const viewer = useViewer()
  const go = useGo()
  const now = useCallback(
    (): Here => ({ viewer, go, openHelp, openCommands, ...parts.current }),
    [viewer, go, openHelp, openCommands],
  )
  const place = useMemo(() => ({ parts, now }), [now])
  return <PlaceContext value={place}>{props.children}</PlaceContext>
}

/** What can be done at this moment. */
export function useHere(): () => Here {
  return usePlace().now
}

/** A page says what can be done on it, for as long as it is there. */
export function usePublish<K extends keyof Parts>(part: K, value: Parts[K]): void {
  const { parts } = usePlace()
  useLayoutEffect(() => {
    parts.current[part] = value
    return () => {
      delete parts.current[part]
    }
  })
}

function usePlace(): Place {
  const place = use(PlaceContext)
  if (!place) throw new Error('outside HereProvider')
  return place
}
