import { Form, type FormInstance, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import { SaveForm } from './save-form.tsx'

/** A thing of a list, made or changed in a dialog that stays until the server has it. */
export function EditDialog<T extends object>(props: {
  title: string
  initial: T
  save: (written: T) => Promise<unknown>
  close: () => void
  width?: number
  children: ReactNode | ((form: FormInstance<T>) => ReactNode)
}) {
  const words = useWords()
  const [form] = Form.useForm<T>()
  const { children } = props
  return (
    <Modal
      open
      title={props.title}
      okText={words.shell.save}
      onOk={form.submit}
      onCancel={props.close}
      mask={{ closable: false }}
      {...(props.width ? { width: props.width } : {})}
    >
      <SaveForm<T> bare form={form} initial={props.initial} save={props.save} saved={props.close}>
        {typeof children === 'function' ? children(form) : children}
      </SaveForm>
    </Modal>
  )
}
