import { App, Button } from 'antd'
import { useWords } from '../words/words.tsx'

/** A value to be taken elsewhere, with the button that takes it; `shown` where it reads better otherwise. */
export function Copyable({ value, shown }: { value: string; shown?: string }) {
  return (
    <div className="copyable">
      <code>{shown ?? value}</code>
      <CopyButton value={value} />
    </div>
  )
}

export function CopyButton({ value, label }: { value: string; label?: string }) {
  const words = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    await take(value)
    message.success(words.shell.copied)
  }
  return (
    <Button size="small" onClick={copy}>
      {label ?? words.shell.copy}
    </Button>
  )
}

/** The clipboard needs https or localhost; elsewhere the old way still works. */
async function take(value: string): Promise<void> {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(value)
  const field = document.createElement('textarea')
  field.value = value
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
