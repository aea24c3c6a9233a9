import { Alert, App, Button, DatePicker, Select, Skeleton, Switch } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { explain, Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useCalendar, useChangeCalendar } from './queries.ts'
import { type Calendar, clockChoices, clockOf, isSound, nextShift, type Shift } from './shifts.ts'

export function CalendarSettings() {
  const words = useWords()
  const say = words.settings.calendar
  const found = useCalendar()
  return (
    <Page title={words.settings.tabs.calendar} hint={say.hint}>
      {found.isPending && <Skeleton active />}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data && <CalendarForm stored={found.data} />}
    </Page>
  )
}

function CalendarForm({ stored }: { stored: Calendar }) {
  const words = useWords()
  const say = words.settings.calendar
  const { message } = App.useApp()
  const change = useChangeCalendar()
  const [calendar, set] = useState(stored)
  const sound = calendar.week.every(isSound)
  const setDay = (at: number, shifts: Shift[]) =>
    set({
      ...calendar,
      week: calendar.week.map((before, index) => (index === at ? shifts : before)),
    })
  return (
    <>
      <div className="card">
        <h2>{say.week}</h2>
        <div className="week">
          {calendar.week.map((shifts, at) => (
            <WeekDay
              key={words.time.weekdays[at]}
              name={words.time.weekdays[at] ?? ''}
              shifts={shifts}
              change={(next) => setDay(at, next)}
            />
          ))}
        </div>
        <div className="shift">
          <Switch
            checked={calendar.chineseHolidays}
            aria-label={say.holidays}
            onChange={(chineseHolidays) => set({ ...calendar, chineseHolidays })}
          />
          <span>{say.holidays}</span>
        </div>
        <p className="faint">{say.holidaysHint}</p>
      </div>
      <Exceptions calendar={calendar} change={set} />
      {change.error && <Alert type="error" showIcon title={explain(change.error, words)} />}
      <div className="settings-acts">
        <Button
          type="primary"
          disabled={!sound || calendar === stored}
          loading={change.isPending}
          onClick={() =>
            change.mutate(calendar, { onSuccess: () => message.success(words.shell.saved) })
          }
        >
          {words.shell.save}
        </Button>
      </div>
    </>
  )
}

function WeekDay(props: { name: string; shifts: Shift[]; change: (shifts: Shift[]) => void }) {
  const words = useWords()
  const say = words.settings.calendar
  const { shifts, change } = props
  const more = nextShift(shifts)
  const clock = (value: number, from: number, to: number, pick: (at: number) => void) => (
    <Select
      size="small"
      aria-label={props.name}
      value={value}
      status={isSound(shifts) ? '' : 'error'}
      popupMatchSelectWidth={90}
      options={clockChoices(from, to, value).map((at) => ({ value: at, label: clockOf(at) }))}
      onChange={pick}
    />
  )
  const replace = (at: number, shift: Shift) =>
    change(shifts.map((before, index) => (index === at ? shift : before)))
  return (
    <>
      <strong>{props.name}</strong>
      <div className="week-day">
        {shifts.length === 0 && <span className="faint">{say.off}</span>}
        {shifts.map(([start, end], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shift is its place in the day
          <span key={at} className="shift">
            {clock(start, 0, 1439, (next) => replace(at, [next, end]))}
            {say.to}
            {clock(end, 1, 1440, (next) => replace(at, [start, next]))}
            <button
              type="button"
              className="bare"
              aria-label={words.shell.remove}
              onClick={() => change(shifts.filter((_, index) => index !== at))}
            >
              <Icon name="close" size={13} />
            </button>
          </span>
        ))}
        {more && shifts.length < 4 && (
          <Button type="link" size="small" onClick={() => change([...shifts, more])}>
            {say.addShift}
          </Button>
        )}
      </div>
    </>
  )
}

function Exceptions({
  calendar,
  change,
}: {
  calendar: Calendar
  change: (calendar: Calendar) => void
}) {
  const words = useWords()
  const say = words.settings.calendar
  const sorted = [...calendar.exceptions].sort((a, b) => a.day.localeCompare(b.day))
  const without = (day: string) => calendar.exceptions.filter((exception) => exception.day !== day)
  const put = (day: string, working: boolean) =>
    change({ ...calendar, exceptions: [...without(day), { day, working }] })
  return (
    <div className="card">
      <h2>{say.exceptions}</h2>
      <p className="faint">{say.exceptionsHint}</p>
      <div className="exceptions">
        {sorted.map(({ day, working }) => (
          <div key={day}>
            <span>{day}</span>
            <Select
              size="small"
              aria-label={day}
              value={working}
              options={[
                { value: false, label: say.notWorking },
                { value: true, label: say.working },
              ]}
              onChange={(next) => put(day, next)}
            />
            <button
              type="button"
              className="bare"
              aria-label={`${words.shell.remove} ${day}`}
              onClick={() => change({ ...calendar, exceptions: without(day) })}
            >
              <Icon name="close" size={13} />
            </button>
          </div>
        ))}
      </div>
      <DatePicker<Dayjs>
        value={null as Dayjs | null}
        placeholder={say.addDay}
        aria-label={say.addDay}
        onChange={(date) => date && put(date.format('YYYY-MM-DD'), false)}
      />
    </div>
  )
}
