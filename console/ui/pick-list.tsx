import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isComposing } from '../shell/shortcuts.ts'
import { Icon, type IconName } from './icon.tsx'
import './pick-list.css'

export interface PickOption {
  key: string
  label: string
  /** Shown above the first of its group. */
  group?: string
  hint?: string
  end?: ReactNode
  icon?: IconName
  chosen?: boolean
}

/** A list to pick one thing from by letters, arrows or pointer. Enter while composing picks nothing. */
export function PickList(props: {
  options: PickOption[]
  onPick: (key: string) => void
  label: string
  /** Given, the caller finds the options; otherwise they are filtered here by what is typed. */
  onType?: (typed: string) => void
  empty?: string
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const wanted = typed.trim().toLowerCase()
  const shown = props.onType
    ? props.options
    : props.options.filter(({ label }) => label.toLowerCase().includes(wanted))
  const current = Math.min(at, Math.max(shown.length - 1, 0))

  useEffect(() => {
    // A popover places itself first; focusing earlier would scroll the page to where it was not yet.
    const timer = setTimeout(() => input.current?.focus({ preventScroll: true }), 50)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    void current
  }, [current])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const picked = shown[current]
    if (step && shown.length > 0) setAt((current + step + shown.length) % shown.length)
    else if (event.key === 'Enter' && picked) props.onPick(picked.key)
    else return
    event.preventDefault()
  }

  return (
    <div className="pick">
      <input
        ref={input}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown[current] ? `${id}-${current}` : undefined}
        aria-label={props.label}
        placeholder={props.label}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
          props.onType?.(event.target.value)
        }}
      />
      <div ref={list} id={id} role="listbox" aria-label={props.label} className="pick-list">
        {shown.map((option, index) => (
          <div key={option.key}>
            {option.group && option.group !== shown[index - 1]?.group && (
              <div className="pick-group">{option.group}</div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={option.chosen ? 'pick-option pick-chosen' : 'pick-option'}
              onMouseMove={() => setAt(index)}
              onClick={() => props.onPick(option.key)}
              onKeyDown={onKeyDown}
            >
              {option.icon && <Icon name={option.icon} />}
              <span className="pick-label">{option.label}</span>
              {option.hint && <span className="faint">{option.hint}</span>}
              {option.chosen && <Icon name="check" />}
              {option.end}
            </div>
          </div>
        ))}
        {shown.length === 0 && props.empty && <p className="faint pick-empty">{props.empty}</p>}
      </div>
    </div>
  )
}
