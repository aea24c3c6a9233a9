/** One thing a customer does: running, or refused with a reason. */
import { useRef, useState } from 'preact/hooks'

export function useAction() {
  const isUnderway = useRef(false)
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** True when it worked. A second tap while it runs does nothing. */
  async function run(act: () => Promise<unknown>): Promise<boolean> {
    // A second tap comes before the page has been drawn again.
    if (isUnderway.current) return false
    isUnderway.current = true
    setRunning(true)
    setError(null)
    try {
      await act()
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      isUnderway.current = false
      setRunning(false)
    }
  }
  return { run, isRunning, error }
}
