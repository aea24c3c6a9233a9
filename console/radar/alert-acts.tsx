import { App, Button, Dropdown, Popover } from 'antd'
import { useState } from 'react'
import { type AlertView, snoozes } from '../../contract/radar.ts'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { LinkAlert } from './link-alert.tsx'
import { type Decision, useDecide } from './queries.ts'

/** What may be done with an alert by who looks at it. */
export function AlertActs({ alert }: { alert: AlertView }) {
  const { radar: say } = useWords()
  const { message } = App.useApp()
  const complain = useComplain()
  const decide = useDecide()
  const [linking, setLinking] = useState(false)
  const run = (decision: Decision, done: string) =>
    decide
      .mutateAsync({ alertId: alert.id, ...decision })
      .then(() => void message.success(done), complain)
  const { can } = alert
  return (
    <span className="alert-acts">
      {can.includes('link') && !alert.problem && alert.cases > 0 && (
        <Popover
          trigger="click"
          placement="bottomRight"
          arrow={false}
          open={linking}
          onOpenChange={setLinking}
          destroyOnHidden
          content={<LinkAlert alert={alert} done={() => setLinking(false)} />}
        >
          <Button>{say.link}</Button>
        </Popover>
      )}
      {can.includes('snooze') && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: snoozes.map((until) => ({ key: until, label: say.snoozes[until] })),
            onClick: ({ key }) =>
              run({ act: 'snooze', until: key as (typeof snoozes)[number] }, say.snoozed),
          }}
        >
          <Button>{say.snooze}</Button>
        </Dropdown>
      )}
      {can.includes('dismiss') && (
        <Button onClick={() => run({ act: 'dismiss' }, say.dismissed)}>{say.dismiss}</Button>
      )}
      {can.includes('restore') && (
        <Button onClick={() => run({ act: 'restore' }, say.restored)}>{say.restore}</Button>
      )}
      {can.includes('acknowledge') && (
        <Button
          type="primary"
          loading={decide.isPending}
          onClick={() => run({ act: 'acknowledge' }, say.acknowledged)}
        >
          {say.acknowledge}
        </Button>
      )}
    </span>
  )
}
