import { useSearch } from '@tanstack/react-router'
import { Button, DatePicker, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { lazy, Suspense } from 'react'
import type { Dashboard } from '../../contract/insights.ts'
import { useChannels } from '../channels/queries.ts'
import { useGo } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { Page } from '../ui/page.tsx'
import { stringifySearch } from '../url-search.ts'
import { useName, useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { Breakdown } from './breakdown.tsx'
import { Figures } from './figures.tsx'
import { useDashboard } from './queries.ts'
import { presetRange, presets, type Range, rangeIn } from './range.ts'
import './insights.css'

const VolumeChart = lazy(() => import('./volume-chart.tsx'))
const ScoreChart = lazy(() => import('./score-chart.tsx'))

/** The period in numbers, beside the period before; every number opens the cases behind it. */
export function InsightsPage() {
  const words = useWords()
  const say = words.insights
  const zone = useZone()
  const now = useNow(60_000)
  const search = useSearch({ strict: false }) as { from?: string; to?: string; channel?: string }
  const range = rangeIn(search) ?? presetRange('month', now, zone)
  const found = useDashboard(range, search.channel)
  const dashboard = found.data
  return (
    <Page
      title={say.title}
      hint={dashboard && say.compared(dashboard.beforeFrom, dashboard.beforeTo)}
      acts={<Controls range={range} channel={search.channel} now={now} zone={zone} />}
    >
      {found.error && !dashboard && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {dashboard && (
        <div className={found.isPlaceholderData ? 'insights insights-passing' : 'insights'}>
          <Figures dashboard={dashboard} now={now} />
          <Charts dashboard={dashboard} />
          {dashboard.asOf && (
            <p className="faint">{say.asOf(moment(dashboard.asOf, now, zone, words.time))}</p>
          )}
        </div>
      )}
    </Page>
  )
}

function Controls(props: { range: Range; channel: string | undefined; now: number; zone: string }) {
  const { range, channel, now, zone } = props
  const { insights: say } = useWords()
  const go = useGo()
  const channels = useChannels().data?.items ?? []
  const show = (next: Partial<Range & { channel: string | undefined }>) =>
    go(`insights${stringifySearch({ ...range, channel, ...next })}`)
  const known = presets.map((preset) => ({ preset, ...presetRange(preset, now, zone) }))
  return (
    <>
      <div className="presets">
        {known.map(({ preset, from, to }) => (
          <Button
            key={preset}
            type="text"
            className={from === range.from && to === range.to ? 'preset preset-on' : 'preset'}
            onClick={() => show({ from, to })}
          >
            {say.presets[preset]}
          </Button>
        ))}
      </div>
      <DatePicker.RangePicker
        aria-label={say.range}
        allowClear={false}
        value={[dayjs(range.from), dayjs(range.to)]}
        disabledDate={(date) => date.format('YYYY-MM-DD') > presetRange('week', now, zone).to}
        onChange={(days) => {
          const [from, to] = [days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD')]
          if (from && to) show({ from, to })
        }}
      />
      <Select
        aria-label={say.allChannels}
        allowClear
        placeholder={say.allChannels}
        value={channel ?? null}
        popupMatchSelectWidth={false}
        options={channels.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => show({ channel: value ?? undefined })}
      />
    </>
  )
}

function Charts({ dashboard }: { dashboard: Dashboard }) {
  const words = useWords()
  const say = words.insights
  const name = useName()
  if (dashboard.opened.value === 0 || dashboard.opened.value === null) {
    return (
      <div className="card">
        <Empty icon="insights" title={say.empty[0] ?? ''} hint={say.empty[1]} />
      </div>
    )
  }
  const named = (row: Dashboard['byCategory'][number]) =>
    row.name === null ? say.uncategorised : name({ name: row.name, nameEn: row.nameEn })
  return (
    <>
      <Suspense
        fallback={
          <div className="card chart-wait">
            <Skeleton active />
          </div>
        }
      >
        <VolumeChart dashboard={dashboard} />
      </Suspense>
      <div className="breakdowns">
        <Breakdown
          title={say.byKind}
          rows={dashboard.byKind.map((row) => ({
            ...row,
            label: row.kind ? words.labels.kind[row.kind] : words.labels.unread,
          }))}
        />
        <Breakdown
          title={say.byChannel}
          rows={dashboard.byChannel.map((row) => ({ ...row, label: row.name }))}
        />
        <Breakdown
          title={say.byCategory}
          rows={dashboard.byCategory.map((row) => ({ ...row, label: named(row) }))}
        />
        <Suspense fallback={<div className="card chart-wait" />}>
          <ScoreChart dashboard={dashboard} />
        </Suspense>
      </div>
    </>
  )
}
