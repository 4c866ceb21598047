import { Form, Input } from 'antd'
import { useWords } from '../words.ts'

/** Why; the form's value `reason`. */
export function ReasonField(props: {
  readonly label: string
  readonly placeholder?: string
  readonly missing?: string
  readonly testId: string
  readonly optional?: boolean
}) {
  const { t } = useWords()
  const missing = props.missing ?? t('dealings.reasonMissing')
  return (
    <Form.Item
      name="reason"
      label={props.label}
      rules={props.optional === true ? [] : [{ required: true, whitespace: true, message: missing }]}
    >
      <Input.TextArea rows={2} maxLength={100} placeholder={props.placeholder ?? ''} data-testid={props.testId} />
    </Form.Item>
  )
}
