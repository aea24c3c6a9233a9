/** How to reach the customer. Optional, folded away until wanted or wrong. */
import { useState } from 'preact/hooks'
import { Field } from '../pieces/field.tsx'
import { useSettings } from '../settings.ts'
import type { Draft } from './draft.ts'
import type { Faults } from './submission.ts'

const WAYS = [
  { way: 'name', type: 'text', autocomplete: 'name', inputmode: 'text' },
  { way: 'phone', type: 'tel', autocomplete: 'tel', inputmode: 'tel' },
  { way: 'email', type: 'email', autocomplete: 'email', inputmode: 'email' },
] as const

interface ContactFieldsProps {
  contact: Draft['contact']
  faults: Faults
  change: (contact: Draft['contact']) => void
}

export function ContactFields({ contact, faults, change }: ContactFieldsProps) {
  const { words } = useSettings()
  const [isOpen, setOpen] = useState(() => Object.values(contact).some((way) => way !== ''))
  const isWrong = Object.keys(faults).some((path) => path.startsWith('contact.'))
  return (
    <details
      class="contact card"
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {words.submit.contact}
        <span class="hint"> {words.optional}</span>
      </summary>
      <p class="hint">{words.submit.contactWhy}</p>
      {WAYS.map(({ way, ...kind }) => (
        <Field
          key={way}
          path={`contact.${way}`}
          label={words.submit[way]}
          fault={faults[`contact.${way}`]}
        >
          {(aria) => (
            <input
              {...aria}
              {...kind}
              enterkeyhint="next"
              value={contact[way]}
              onInput={(event) => change({ ...contact, [way]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
    </details>
  )
}
