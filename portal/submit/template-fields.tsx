/** The questions of a category's template. */
import type { TemplateField } from '../../contract/categories.ts'
import { type Aria, Field, FieldGroup } from '../pieces/field.tsx'
import { useSettings } from '../settings.ts'
import type { Faults } from './submission.ts'

/** Up to this many choices lie open; more go into a list. */
const OPEN_CHOICES = 6

interface TemplateFieldsProps {
  fields: TemplateField[]
  answers: Record<string, string>
  faults: Faults
  answer: (key: string, value: string) => void
}

export function TemplateFields({ fields, answers, faults, answer }: TemplateFieldsProps) {
  const { locale } = useSettings()
  return (
    <>
      {fields.map((field) => {
        const { key, type, choices } = field
        const Frame = type === 'choice' && choices.length <= OPEN_CHOICES ? FieldGroup : Field
        return (
          <Frame
            key={key}
            path={`fields.${key}`}
            label={locale === 'en' ? (field.labelEn ?? field.label) : field.label}
            hint={(locale === 'en' ? field.hintEn || field.hint : field.hint) || undefined}
            isRequired={field.required}
            isOptional={!field.required}
            fault={faults[`fields.${key}`]}
          >
            {(aria) => (
              <Answer
                field={field}
                aria={aria}
                value={answers[key] ?? ''}
                onChange={(value) => answer(key, value)}
              />
            )}
          </Frame>
        )
      })}
    </>
  )
}

interface AnswerProps {
  field: TemplateField
  aria: Aria
  value: string
  onChange: (value: string) => void
}

function Answer({ field, aria, value, onChange }: AnswerProps) {
  const common = {
    ...aria,
    value,
    'aria-required': field.required,
    onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  if (field.type === 'text') return <textarea {...common} rows={2} />
  if (field.type === 'when') return <input {...common} type="datetime-local" max={minuteNow()} />
  if (field.type === 'choice')
    return <Choice field={field} aria={aria} value={value} onChange={onChange} />
  return <input {...common} type="text" autocomplete="off" enterkeyhint="next" />
}

function Choice({ field, aria, value, onChange }: AnswerProps) {
  const { words, locale } = useSettings()
  const labelled = field.choices.map((choice) => ({
    value: choice.value,
    label: locale === 'en' ? (choice.labelEn ?? choice.value) : choice.value,
  }))
  if (labelled.length > OPEN_CHOICES) {
    return (
      <select {...aria} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{words.submit.choose}</option>
        {labelled.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <div class="chips">
      {labelled.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value === value ? '' : choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}

/** This minute on the phone's own clock, as `datetime-local` writes it. */
function minuteNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
