import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Empty } from './empty.tsx'
import { Failure } from './failure.tsx'
import type { IconName } from './icon.tsx'
import { Page } from './page.tsx'

/** A settings page that lists things of one kind and adds to them. */
export function ThingList<T extends { id: string }>(props: {
  title: string
  hint: string
  add: string
  onAdd: () => void
  found: { data: T[] | undefined; error: unknown; isPending: boolean; refetch: () => void }
  empty: string[]
  icon: IconName
  line: (thing: T) => ReactNode
  children?: ReactNode
}) {
  const { found, empty } = props
  return (
    <Page
      title={props.title}
      hint={props.hint}
      acts={
        <Button type="primary" onClick={props.onAdd}>
          {props.add}
        </Button>
      }
    >
      <div className="card card-list">
        {found.isPending && <Skeleton active className="pad" />}
        {Boolean(found.error) && <Failure error={found.error} retry={found.refetch} />}
        {found.data?.length === 0 && (
          <Empty icon={props.icon} title={empty[0] ?? ''} hint={empty[1]} />
        )}
        {found.data?.map((thing) => (
          <div key={thing.id} className="line">
            {props.line(thing)}
          </div>
        ))}
      </div>
      {props.children}
    </Page>
  )
}
