import { useCallback, useState } from 'react'

/** Reads what this browser remembers; a browser that remembers nothing answers null. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Remembers, or forgets when given null. A full or forbidden store is not the user's problem. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {}
}

/** State that survives a reload, one of `choices`. */
export function useRemembered<T extends string>(
  name: string,
  choices: readonly T[],
  otherwise: T,
): [T, (value: T) => void] {
  const [value, set] = useState<T>(() => {
    const stored = recall(name)
    return choices.find((choice) => choice === stored) ?? otherwise
  })
  const change = useCallback(
    (next: T) => {
      remember(name, next)
      set(next)
    },
    [name],
  )
  return [value, change]
}
