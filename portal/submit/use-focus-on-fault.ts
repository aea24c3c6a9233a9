/** Takes the person to what has to be put right. */
import { useEffect, useRef } from 'preact/hooks'

/** After a refused submit, to the first thing that is wrong. */
export function useFocusOnFault(form: HTMLFormElement | null, faults: string): void {
  const before = useRef('')
  useEffect(() => {
    const isMore = faults.length > before.current.length
    before.current = faults
    if (!faults || !isMore) return
    const first = form?.querySelector('.fault')?.closest('.field')
    const input = first?.querySelector<HTMLElement>('input, textarea, select, .chips button')
    input?.focus()
    first?.scrollIntoView({ block: 'center' })
  }, [form, faults])
}
