import type { ReactNode } from 'react'
import './page.css'

/** A page with a heading, what it is for, and what can be done on it. */
export function Page(props: {
  title: ReactNode
  hint?: ReactNode
  acts?: ReactNode
  before?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="page">
      <div className="page-inner">
        {props.before}
        <header className="page-head">
          <div className="page-head-text">
            <h1>{props.title}</h1>
            {props.hint && <p>{props.hint}</p>}
          </div>
          {props.acts && <div className="page-acts">{props.acts}</div>}
        </header>
        {props.children}
      </div>
    </div>
  )
}
