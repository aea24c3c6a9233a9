import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** Nothing here, and what to do about it. */
export function Empty(props: {
  icon?: IconName
  title: string
  hint?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="empty">
      {props.icon && <Icon name={props.icon} size={28} />}
      <strong>{props.title}</strong>
      {props.hint && <p>{props.hint}</p>}
      {props.children && <div className="empty-acts">{props.children}</div>}
    </div>
  )
}
