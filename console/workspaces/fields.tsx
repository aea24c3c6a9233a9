import { Form, Input } from 'antd'
import { useWords } from '../words/words.tsx'

/** The fields of the pages before one is in. */
export function NameField({
  name,
  label,
  hint,
  autoFocus,
}: {
  name: string
  label: string
  hint?: string
  autoFocus?: boolean
}) {
  const { workspaces } = useWords()
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: workspaces.required }]}
    >
      <Input
        maxLength={40}
        autoFocus={autoFocus ?? false}
        autoComplete={name === 'workspaceName' ? 'organization' : 'name'}
      />
    </Form.Item>
  )
}

export function EmailField({
  label,
  autoFocus,
  disabled,
}: {
  label: string
  autoFocus?: boolean
  disabled?: boolean
}) {
  const { workspaces } = useWords()
  return (
    <Form.Item
      name="email"
      label={label}
      rules={[{ required: true, type: 'email', message: workspaces.badEmail }]}
      validateTrigger="onBlur"
    >
      <Input
        type="email"
        autoComplete="username"
        maxLength={254}
        autoFocus={autoFocus ?? false}
        disabled={disabled ?? false}
      />
    </Form.Item>
  )
}

export function PasswordField({
  label,
  hint,
  made,
}: {
  label: string
  hint?: string
  made: 'now' | 'before'
}) {
  const { workspaces } = useWords()
  const short =
    made === 'now'
      ? { min: 10, message: hint ? workspaces.tooShort : workspaces.shortPassword }
      : {}
  return (
    <Form.Item
      name="password"
      label={label}
      extra={hint}
      rules={[{ required: true, message: workspaces.required, ...short }]}
      validateTrigger="onBlur"
    >
      <Input.Password
        autoComplete={made === 'now' ? 'new-password' : 'current-password'}
        maxLength={128}
      />
    </Form.Item>
  )
}
