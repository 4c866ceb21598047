import { Alert, Button, Form, Input, Modal } from 'antd'
import { useId } from 'react'
import { dayWords, fenOf, yuan } from '../format.ts'
import { useErrorWords } from '../server/queries.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { serviceWords, useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { owedOnSite, returnable, type Action } from './actions.ts'
import { useAction, type ActionInput } from './use-action.ts'

interface Answers {
  readonly amount?: string
  readonly reason?: string
}

/** Asks before doing, in the words of what will happen; a refusal stays in the dialog. */
export function ActionDialog(props: {
  readonly action: Action
  readonly order: ConsoleOrder
  readonly close: () => void
  readonly done: (words: string) => void
}) {
  const { action, order, close, done } = props
  const { t } = useWords()
  const { say, language } = useShop()
  const wordsOf = useErrorWords()
  const doing = useAction(action, order.id)
  const formId = useId()
  const name = order.customer.name ?? t('customers.unnamed')

  const submit = ({ amount, reason }: Answers): void => {
    const back = returnable(order)
    const fen = amount === undefined ? null : fenOf(amount)
    const input: ActionInput =
      action === 'onSite' && fen !== null
        ? { amount: fen }
        : action === 'cancellation'
          ? { reason: (reason ?? '').trim(), expectedRefund: back }
          : {}
    doing.mutate(input, {
      onSuccess: () =>
        done(
          action === 'onSite'
            ? t('action.onSiteDone', { amount: yuan(fen ?? 0) })
            : action === 'cancellation'
              ? t(back > 0 ? 'action.cancellationDone' : 'action.cancellationDoneFree', { amount: yuan(back) })
              : t(`action.${action}Done`),
        ),
    })
  }

  return (
    <Modal
      open
      width={420}
      title={action === 'onSite' ? t('action.onSiteAsk') : t(`action.${action}Ask`, { name })}
      onCancel={close}
      footer={[
        <Button key="dismiss" onClick={close}>
          {t('action.dismiss')}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          danger={action === 'cancellation' || action === 'noShow'}
          htmlType="submit"
          form={formId}
          loading={doing.isPending}
          data-testid="action-confirm"
          autoFocus={action !== 'cancellation' && action !== 'onSite'}
        >
          {action === 'onSite'
            ? t('action.confirm')
            : action === 'cancellation' && returnable(order) === 0
              ? t('action.cancellationFree')
              : t(`action.${action}`)}
        </Button>,
      ]}
    >
      {doing.isError && (
        <Alert type="error" showIcon role="alert" title={wordsOf(doing.error)} className="dialog-refusal" />
      )}
      <Form<Answers>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ amount: (owedOnSite(order) / 100).toFixed(2), reason: '' }}
        onFinish={submit}
      >
        <p className="quiet figure dialog-what">
          {dayWords(order.day, language)} {order.time}–{order.endTime} · {serviceWords(order, say)}
        </p>
        <Particulars action={action} order={order} />
      </Form>
    </Modal>
  )
}

/** What one action needs to be told, or tells. */
function Particulars({ action, order }: { readonly action: Action; readonly order: ConsoleOrder }) {
  const { t } = useWords()
  const { now } = useShop()
  const owed = owedOnSite(order)
  const back = returnable(order)
  switch (action) {
    case 'checkIn':
      return (
        <>
          {order.day !== now().day && <Alert type="warning" showIcon title={t('checkIn.otherDay')} />}
          {owed > 0 && <p className="figure">{t('action.onSiteHint', { amount: yuan(owed) })}</p>}
        </>
      )
    case 'completion':
      return owed > 0 ? (
        <Alert type="warning" showIcon title={t('action.completionOwing', { amount: yuan(owed) })} />
      ) : null
    case 'noShow':
      return <p>{t('action.noShowNote')}</p>
    case 'onSite':
      return (
        <Form.Item
          name="amount"
          label={t('action.onSiteAmount')}
          extra={t('action.onSiteAll', { amount: yuan(owed) })}
          rules={[
            {
              validator: (_, value: string) => {
                const fen = fenOf(value)
                if (fen === null || fen === 0) return Promise.reject(new Error(t('action.onSiteInvalid')))
                return fen > owed
                  ? Promise.reject(new Error(t('action.onSiteTooMuch', { amount: yuan(owed) })))
                  : Promise.resolve()
              },
            },
          ]}
        >
          <Input prefix="¥" inputMode="decimal" autoFocus maxLength={12} size="large" data-testid="on-site-amount" />
        </Form.Item>
      )
    case 'cancellation':
      return (
        <>
          <p className="figure">
            {back > 0 ? t('action.cancellationRefund', { amount: yuan(back) }) : t('action.cancellationNoRefund')}
          </p>
          <Form.Item
            name="reason"
            label={t('action.cancellationReason')}
            rules={[{ required: true, whitespace: true, message: t('action.cancellationReasonMissing') }]}
          >
            <Input.TextArea
              autoFocus
              rows={2}
              maxLength={100}
              placeholder={t('action.cancellationReasonPlaceholder')}
              data-testid="cancellation-reason"
            />
          </Form.Item>
        </>
      )
  }
}
