/** A labelled input with its hint and its fault, tied together for screen readers. */
import type { ComponentChildren } from 'preact'
import { useSettings } from '../settings.ts'
import type { FaultCode } from '../submit/submission.ts'

export interface Aria {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FieldProps {
  /** Path of the input, also its id in the page. */
  path: string
  label: string
  hint?: string | undefined
  isRequired?: boolean
  isOptional?: boolean
  fault?: FaultCode | undefined
  children: (aria: Aria) => ComponentChildren
}

export const idOf = (path: string) => `field-${path.replace(/\W/g, '-')}`

export function Field({ path, label, hint, isRequired, isOptional, fault, children }: FieldProps) {
  const id = idOf(path)
  const notes = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>
        {label}
        <Marks isRequired={isRequired} isOptional={isOptional} />
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': notes || undefined,
      })}
      <Fault path={path} fault={fault} />
    </div>
  )
}

/** The same for a group of choices. */
export function FieldGroup({
  path,
  label,
  hint,
  isRequired,
  isOptional,
  fault,
  children,
}: FieldProps) {
  const id = idOf(path)
  const notes = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <fieldset class="field" id={id} tabIndex={-1} aria-describedby={notes || undefined}>
      <legend>
        {label}
        <Marks isRequired={isRequired} isOptional={isOptional} />
      </legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': undefined })}
      <Fault path={path} fault={fault} />
    </fieldset>
  )
}

function Marks({
  isRequired,
  isOptional,
}: {
  isRequired?: boolean | undefined
  isOptional?: boolean | undefined
}) {
  const { words } = useSettings()
  if (isRequired) return <span class="must"> {words.required}</span>
  return isOptional ? <span class="hint"> {words.optional}</span> : null
}

export function Fault({ path, fault }: { path: string; fault: FaultCode | undefined }) {
  const { words } = useSettings()
  if (!fault) return null
  return (
    <p class="fault" id={`${idOf(path)}-fault`}>
      {words.fields[fault]}
    </p>
  )
}

/** Enter in a line of a long form, or while an input method is composing, must not submit it. */
export function keepEnter(event: KeyboardEvent): void {
  const { key, target } = event
  // On a file input Enter opens the chooser.
  if (key === 'Enter' && target instanceof HTMLInputElement && target.type !== 'file')
    event.preventDefault()
}

/** Enter submits short forms, but never while an input method is composing. */
export function keepComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault()
}
