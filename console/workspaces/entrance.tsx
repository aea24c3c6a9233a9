import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Mark } from '../ui/icon.tsx'
import { useLooks } from '../ui/theme.tsx'
import { useWords } from '../words/words.tsx'
import './entrance.css'

/** The pages before one is in: the mark, one card, and the choice of language. */
export function Entrance(props: { title: string; lead?: ReactNode; children: ReactNode }) {
  const words = useWords()
  const { locale, chooseLocale } = useLooks()
  return (
    <div className="entrance">
      <header>
        <Mark size={30} />
        <strong>{words.shell.product}</strong>
        <Button
          type="text"
          size="small"
          onClick={() => chooseLocale(locale === 'en' ? 'zh-CN' : 'en')}
        >
          {locale === 'en' ? '中文' : 'English'}
        </Button>
      </header>
      <main className="card">
        <h1>{props.title}</h1>
        {props.lead && <p className="entrance-lead">{props.lead}</p>}
        {props.children}
      </main>
    </div>
  )
}
