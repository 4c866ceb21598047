import { Alert, App, Form, Input, Modal } from 'antd'
import { ReasonField } from '../order/reason-field.tsx'
import { useErrorWords } from '../server/queries.ts'
import type { EntitlementView } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { unitsOf } from './adjusting.ts'
import { useHoldingChange } from './use-holding-change.ts'

/** Adds to what is left of a pass or of stored value, or takes away. */
export function AdjustDialog(props: {
  readonly customer: string
  readonly holding: EntitlementView
  readonly close: () => void
}) {
  const { customer, holding, close } = props
  const { t } = useWords()
  const { say } = useShop()
  const { message } = App.useApp()
  const wordsOf = useErrorWords()
  const [form] = Form.useForm<{ units: string; reason: string }>()
  const change = useHoldingChange(customer, `/${encodeURIComponent(holding.id)}/adjustments`)
  const isMoney = holding.kind === 'storedValue'
  return (
    <Modal
      open
      width={420}
      title={t('office.holdings.adjustTitle', { title: say(holding.title) })}
      onCancel={close}
      cancelText={t('action.dismiss')}
      okText={t('office.holdings.adjust')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      okButtonProps={{ 'data-testid': 'adjust-confirm' }}
    >
      {change.isError && <Alert type="error" showIcon role="alert" title={wordsOf(change.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ units, reason }) =>
          change.mutate(
            { units: unitsOf(holding.kind, units) ?? 0, reason },
            {
              onSuccess: () => {
                void message.success(t('office.holdings.adjusted'))
                close()
              },
            },
          )
        }
      >
        <Form.Item
          name="units"
          label={t(isMoney ? 'office.holdings.value' : 'office.holdings.uses')}
          rules={[
            {
              validator: (_, typed: string | undefined) =>
                unitsOf(holding.kind, typed ?? '') === null
                  ? Promise.reject(new Error(t(isMoney ? 'office.holdings.notMoney' : 'office.holdings.notWhole')))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={12} autoFocus prefix={isMoney ? '¥' : undefined} data-testid="adjust-units" />
        </Form.Item>
        <ReasonField label={t('office.holdings.reason')} testId="adjust-reason" />
      </Form>
    </Modal>
  )
}
