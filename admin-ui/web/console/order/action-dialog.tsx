import { Alert, Button, Form, Modal } from 'antd'
import { useId } from 'react'
import { useErrorWords } from '../server/queries.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { ActionFields } from './action-fields.tsx'
import { inputOf, type Filled } from './action-input.ts'
import { actionWords, askWords, doneWords } from './action-words.ts'
import { owedOnSite, returnable, type Action } from './actions.ts'
import { useAction } from './use-action.ts'

const DANGEROUS: readonly Action[] = ['cancellation', 'noShow', 'reject', 'withdraw']
/** Done with one press; the others first ask for something. */
const SIMPLE: readonly Action[] = ['checkIn', 'completion', 'noShow', 'approve']

/** Asks before doing, in the words of what will happen; a refusal stays in the dialog. */
export function ActionDialog(props: {
  readonly action: Action
  readonly order: ConsoleOrder
  readonly close: () => void
  readonly done: (words: string) => void
}) {
  const { action, order, close, done } = props
  const { t } = useWords()
  const { what, when } = useShop()
  const wordsOf = useErrorWords()
  const doing = useAction(action, order.id)
  const formId = useId()
  const name = order.customer.name ?? t('customers.unnamed')

  const submit = (filled: Filled): void => {
    const input = inputOf(action, filled, order)
    doing.mutate(input, { onSuccess: () => done(doneWords(action, order, input, t)) })
  }

  return (
    <Modal
      open
      width={action === 'refund' || action === 'withdraw' ? 520 : 420}
      title={askWords(action, name, t)}
      onCancel={close}
      footer={[
        <Button key="dismiss" onClick={close}>
          {t('action.dismiss')}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          danger={DANGEROUS.includes(action)}
          htmlType="submit"
          form={formId}
          loading={doing.isPending}
          data-testid="action-confirm"
          autoFocus={SIMPLE.includes(action)}
        >
          {action === 'onSite' ? t('action.confirm') : actionWords(action, order, t)}
        </Button>,
      ]}
    >
      {doing.isError && (
        <Alert type="error" showIcon role="alert" title={wordsOf(doing.error)} className="dialog-refusal" />
      )}
      <Form<Filled>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          amount: ((action === 'refund' ? returnable(order) : owedOnSite(order)) / 100).toFixed(2),
          reason: '',
          by: 'amount',
          lines: [],
          places: [],
        }}
        onFinish={submit}
      >
        <p className="quiet figure dialog-what">
          {when(order)} · {what(order)}
        </p>
        <ActionFields action={action} order={order} />
      </Form>
    </Modal>
  )
}
