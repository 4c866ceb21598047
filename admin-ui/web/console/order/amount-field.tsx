import { Form, Input } from 'antd'
import { fenOf } from '../format.ts'
import { useWords } from '../words.ts'

/** Yuan, above nothing and at most `most` fen; the form's value `amount`. */
export function AmountField(props: {
  readonly label: string
  readonly extra: string
  readonly most: number
  readonly tooMuch: string
  readonly testId: string
}) {
  const { t } = useWords()
  return (
    <Form.Item
      name="amount"
      label={props.label}
      extra={props.extra}
      rules={[
        {
          validator: (_, value: string) => {
            const fen = fenOf(value)
            if (fen === null || fen === 0) return Promise.reject(new Error(t('action.onSiteInvalid')))
            return fen > props.most ? Promise.reject(new Error(props.tooMuch)) : Promise.resolve()
          },
        },
      ]}
    >
      <Input prefix="¥" inputMode="decimal" autoFocus maxLength={12} size="large" data-testid={props.testId} />
    </Form.Item>
  )
}
