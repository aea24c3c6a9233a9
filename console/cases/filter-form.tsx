import { DatePicker, Input, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '../words/words.tsx'
import { choosing, chosen, type InboxSearch, thereFilters, toldFilters } from './filter.ts'
import { type ListFilter, useFilterChoices } from './filter-choices.ts'

const day = 'YYYY-MM-DD'

/** Every filter of the list. A choice counts at once; there is nothing to press. */
export default function FilterForm(props: {
  search: InboxSearch
  onChange: (search: InboxSearch) => void
}) {
  const { search, onChange } = props
  const { cases } = useWords()
  const choices = useFilterChoices()
  const either = (
    key: 'answered' | 'resolved' | (typeof thereFilters)[number],
    yes: string,
    no: string,
  ) => (
    <div className="field">
      <span>{cases.filters[key]}</span>
      <Segmented
        size="small"
        value={search[key] ?? ''}
        options={[
          { value: '', label: cases.filters.none },
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
        onChange={(value) => onChange(choosing(search, key, value))}
      />
    </div>
  )
  const range = (label: string, from: 'openedFrom' | 'closedFrom', to: 'openedTo' | 'closedTo') => {
    const at = (value: string | undefined) => (value ? dayjs(value) : null)
    return (
      <div className="field">
        <span>{label}</span>
        <DatePicker.RangePicker
          size="small"
          allowEmpty={[true, true]}
          value={[at(search[from]), at(search[to])]}
          placeholder={[cases.filters.from, cases.filters.to]}
          onChange={(days) => {
            const next = choosing(search, from, days?.[0]?.format(day) ?? null)
            onChange(choosing(next, to, days?.[1]?.format(day) ?? null))
          }}
        />
      </div>
    )
  }
  return (
    <div className="filter-form">
      {(Object.keys(choices) as ListFilter[]).map((key) => (
        <div key={key} className="field">
          <span>{cases.filters[key]}</span>
          <Select
            mode="multiple"
            size="small"
            maxTagCount="responsive"
            optionFilterProp="label"
            placeholder={cases.filters.none}
            aria-label={cases.filters[key]}
            value={chosen(search, key)}
            options={choices[key]}
            onChange={(values) => onChange(choosing(search, key, values))}
          />
        </div>
      ))}
      {range(cases.filters.opened, 'openedFrom', 'openedTo')}
      {range(cases.filters.closed, 'closedFrom', 'closedTo')}
      {toldFilters.map((key) => (
        <ToldField
          key={key}
          label={cases.filters[key]}
          value={search[key] ?? ''}
          placeholder={cases.filters.none}
          onChange={(value) => onChange(choosing(search, key, value))}
        />
      ))}
      {thereFilters.map((key) => (
        <div key={key}>{either(key, cases.filters.there, cases.filters.notThere)}</div>
      ))}
      {either('answered', cases.filters.answeredYes, cases.filters.answeredNo)}
      {either('resolved', cases.filters.resolvedYes, cases.filters.resolvedNo)}
    </div>
  )
}

/** Counts when it is typed to the end: with Enter, or on leaving the field. */
function ToldField(props: {
  label: string
  value: string
  placeholder: string
  onChange: (value: string) => void
}) {
  const { label, value, placeholder, onChange } = props
  const take = (typed: string) => typed.trim() !== value && onChange(typed.trim())
  return (
    <div className="field">
      <span>{label}</span>
      <Input
        key={value}
        size="small"
        allowClear
        maxLength={60}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        onBlur={(event) => take(event.currentTarget.value)}
        onPressEnter={(event) => event.nativeEvent.isComposing || take(event.currentTarget.value)}
        onClear={() => take('')}
      />
    </div>
  )
}
