import { Checkbox, Form, Segmented } from 'antd'
import { yuan } from '../format.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { peopleLeft, returnable } from './actions.ts'
import { AmountField } from './amount-field.tsx'
import type { Filled } from './action-input.ts'
import { PeopleField } from './people-field.tsx'
import { ReasonField } from './reason-field.tsx'

/** How much goes back without cancelling: an amount, what some lines cost, or what some people cost. */
export function RefundFields({ order }: { readonly order: ConsoleOrder }) {
  const { t } = useWords()
  const { say } = useShop()
  const form = Form.useFormInstance<Filled>()
  const by = Form.useWatch('by', form) ?? 'amount'
  const most = returnable(order)
  const ways = (['amount', 'lines', 'places'] as const).filter(
    (way) => way !== 'places' || peopleLeft(order).length > 1,
  )
  const lines = order.quote.lines
    .map((line, index) => ({ ...line, index }))
    .filter(({ amount }) => amount > 0)
    .map(({ label, amount, index }) => ({
      value: index,
      label: (
        <span className="figure">
          {say(label)} {yuan(amount)}
        </span>
      ),
    }))
  const name = { amount: 'dealings.byAmount', lines: 'dealings.byLines', places: 'dealings.byPlaces' } as const
  return (
    <>
      <Form.Item name="by" label={t('dealings.refundBy')}>
        <Segmented block options={ways.map((way) => ({ value: way, label: t(name[way]) }))} data-testid="refund-by" />
      </Form.Item>
      {by === 'amount' && (
        <AmountField
          label={t('dealings.refundAmount')}
          extra={t('dealings.refundMost', { amount: yuan(most) })}
          most={most}
          tooMuch={t('dealings.refundTooMuch', { amount: yuan(most) })}
          testId="refund-amount"
        />
      )}
      {by === 'lines' && (
        <Form.Item
          name="lines"
          label={t('dealings.refundLines')}
          extra={t('dealings.refundShare')}
          rules={[{ required: true, type: 'array', min: 1, message: t('dealings.refundChoose') }]}
        >
          <Checkbox.Group className="choices" options={lines} data-testid="refund-lines" />
        </Form.Item>
      )}
      {by === 'places' && (
        <>
          <PeopleField order={order} />
          <p className="quiet">{t('dealings.refundShare')}</p>
        </>
      )}
      <ReasonField
        label={t('dealings.refundReason')}
        placeholder={t('dealings.refundReasonPlaceholder')}
        testId="refund-reason"
      />
    </>
  )
}
