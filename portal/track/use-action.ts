/** One thing a customer does: running, or refused with a reason. */
import { useState } from 'preact/hooks'

export function useAction() {
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** True when it worked. A second tap while it runs does nothing. */
  async function run(act: () => Promise<unknown>): Promise<boolean> {
    if (isRunning) return false
    setRunning(true)
    setError(null)
    try {
      await act()
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setRunning(false)
    }
  }
  return { run, isRunning, error }
}
