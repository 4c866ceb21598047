import { Alert, App, Form, Modal, Select } from 'antd'
import { ReasonField } from '../order/reason-field.tsx'
import { useErrorWords } from '../server/queries.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { useHoldingChange } from './use-holding-change.ts'

/** Gives a customer a pass, a membership or stored value that the shop knows. */
export function GiveDialog({ customer, close }: { readonly customer: string; readonly close: () => void }) {
  const { t } = useWords()
  const { shop, say } = useShop()
  const { message } = App.useApp()
  const wordsOf = useErrorWords()
  const [form] = Form.useForm<{ product: string; reason: string }>()
  const change = useHoldingChange(customer)
  return (
    <Modal
      open
      width={420}
      title={t('office.holdings.give')}
      onCancel={close}
      cancelText={t('action.dismiss')}
      okText={t('office.holdings.give')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      okButtonProps={{ 'data-testid': 'give-confirm' }}
    >
      {change.isError && <Alert type="error" showIcon role="alert" title={wordsOf(change.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) =>
          change.mutate(given, {
            onSuccess: () => {
              void message.success(t('office.holdings.given'))
              close()
            },
          })
        }
      >
        <Form.Item
          name="product"
          label={t('office.holdings.product')}
          rules={[{ required: true, message: t('office.holdings.productMissing') }]}
        >
          <Select
            data-testid="give-product"
            options={shop.entitlements.map(({ id, title, kind }) => ({
              value: id,
              label: `${say(title)} · ${t(`office.holdings.kinds.${kind}`)}`,
            }))}
          />
        </Form.Item>
        <ReasonField label={t('office.holdings.reason')} testId="give-reason" />
      </Form>
    </Modal>
  )
}
