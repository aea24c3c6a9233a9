import { type RefObject, useEffect, useRef, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'

const pauseMs = 300

/** Searches as one types, but never with what an input method has not finished. */
export function SearchBox(props: {
  value: string
  onChange: (value: string) => void
  input: RefObject<HTMLInputElement | null>
}) {
  const { value, onChange } = props
  const words = useWords()
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (text: string, waitMs: number) => {
    clearTimeout(timer.current)
    if (composing.current) return
    timer.current = setTimeout(() => {
      if (text.trim() !== value) onChange(text.trim())
    }, waitMs)
  }
  return (
    <label className="search">
      <Icon name="search" />
      <input
        ref={props.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        maxLength={100}
        placeholder={words.cases.search}
        aria-label={words.cases.search}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          search(event.target.value, pauseMs)
        }}
        onCompositionStart={() => {
          composing.current = true
          clearTimeout(timer.current)
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          search(event.currentTarget.value, pauseMs)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') search(typed, 0)
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {typed !== '' ? (
        <button
          type="button"
          className="bare"
          aria-label={words.cases.filters.clear}
          onClick={() => {
            setTyped('')
            onChange('')
          }}
        >
          <Icon name="close" size={14} />
        </button>
      ) : (
        <kbd>/</kbd>
      )}
    </label>
  )
}
