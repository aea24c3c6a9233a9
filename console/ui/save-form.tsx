import { Alert, App, Button, Form, type FormProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { CallError } from '../../contract/client.ts'
import { useWords } from '../words/words.tsx'
import { explain } from './failure.tsx'

/** A form that is saved as a whole; what the server finds wrong is said at its field. */
export function SaveForm<T extends object>(props: {
  initial: T
  save: (written: T) => Promise<unknown>
  children: ReactNode
  form?: FormProps<T>['form']
  /** The dialog around it has the buttons. */
  bare?: boolean
  saved?: () => void
}) {
  const words = useWords()
  const { message } = App.useApp()
  const [own] = Form.useForm<T>()
  const form = props.form ?? own
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [touched, setTouched] = useState(false)
  const finish = async (written: T) => {
    setBusy(true)
    setError(null)
    try {
      await props.save(written)
      setTouched(false)
      message.success(words.shell.saved)
      props.saved?.()
    } catch (failure) {
      setError(failure)
      if (failure instanceof CallError) {
        for (const { path, code } of failure.problem.fields ?? []) {
          const name = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
          const { fieldSentences, sentences, unknownField } = words.errors
          const sentence = fieldSentences[code] ?? sentences[code] ?? unknownField
          form.setFields([{ name: name as never, errors: [sentence] }])
        }
      }
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form<T>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={props.initial}
      onFinish={finish}
      onValuesChange={() => setTouched(true)}
    >
      {props.children}
      {error !== null && <Alert type="error" showIcon title={explain(error, words)} />}
      {!props.bare && (
        <div className="settings-acts">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!touched}>
            {words.shell.save}
          </Button>
        </div>
      )}
    </Form>
  )
}
