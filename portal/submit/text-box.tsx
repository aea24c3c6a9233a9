/** A text box that grows with what is written and says how much room is left. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Aria } from '../pieces/field.tsx'
import { useSettings } from '../settings.ts'

interface TextBoxProps {
  aria: Aria
  value: string
  limit: number
  placeholder: string
  onChange: (text: string) => void
}

export function TextBox({ aria, value, limit, placeholder, onChange }: TextBoxProps) {
  const { words } = useSettings()
  const box = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
  }, [value])
  const left = limit - value.trim().length
  const countId = `${aria.id}-count`
  return (
    <>
      <textarea
        {...aria}
        aria-invalid={aria['aria-invalid'] || left < 0}
        aria-describedby={[aria['aria-describedby'], countId].filter(Boolean).join(' ')}
        ref={box}
        rows={3}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p class={left < 0 ? 'count fault' : 'count hint'} id={countId}>
        {left < 0 ? words.submit.over(-left) : words.submit.left(left)}
      </p>
    </>
  )
}
