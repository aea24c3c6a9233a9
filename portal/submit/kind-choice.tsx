/** 反馈 / 建议 / 投诉, and what it is about. */
import { type Entry, entries } from '../../contract/values.ts'
import { FieldGroup } from '../pieces/field.tsx'
import { useSettings } from '../settings.ts'

export function KindChoice({ entry, choose }: { entry: Entry; choose: (entry: Entry) => void }) {
  const { words } = useSettings()
  return (
    <fieldset class="kinds">
      <legend class="unseen">{words.submit.kind}</legend>
      {entries.map((one) => (
        <label key={one}>
          <input type="radio" name="entry" checked={one === entry} onChange={() => choose(one)} />
          <span>
            {words.kinds[one].name}
            <small>{words.kinds[one].about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface CategoryChoiceProps {
  categories: { id: string; name: string; nameEn: string | null }[]
  chosen: string | null
  choose: (categoryId: string | null) => void
}

export function CategoryChoice({ categories, chosen, choose }: CategoryChoiceProps) {
  const { words, locale } = useSettings()
  if (categories.length === 0) return null
  return (
    <FieldGroup path="categoryId" label={words.submit.category} isOptional>
      {() => (
        <div class="chips">
          {categories.map(({ id, name, nameEn }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === chosen}
              onClick={() => choose(id === chosen ? null : id)}
            >
              {locale === 'en' ? (nameEn ?? name) : name}
            </button>
          ))}
        </div>
      )}
    </FieldGroup>
  )
}
