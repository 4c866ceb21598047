import { Alert } from 'antd'
import { yuan } from '../format.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { owedOnSite, returnable, type Action } from './actions.ts'
import { AmountField } from './amount-field.tsx'
import { InvoiceField } from './invoice-field.tsx'
import { PeopleField } from './people-field.tsx'
import { ReasonField } from './reason-field.tsx'
import { RefundFields } from './refund-fields.tsx'

/** What one action needs to be told, or tells. */
export function ActionFields({ action, order }: { readonly action: Action; readonly order: ConsoleOrder }) {
  const { t } = useWords()
  const { now } = useShop()
  const owed = owedOnSite(order)
  const back = returnable(order)
  switch (action) {
    case 'approve':
      return (
        <>
          <p>{t('dealings.approveNote')}</p>
          <ReasonField label={t('dealings.approveReason')} testId="approval-reason" optional />
        </>
      )
    case 'reject':
      return (
        <>
          <p className="figure">
            {back > 0 ? t('dealings.rejectRefund', { amount: yuan(back) }) : t('dealings.rejectFree')}
          </p>
          <ReasonField
            label={t('dealings.rejectReason')}
            placeholder={t('dealings.rejectReasonPlaceholder')}
            testId="approval-reason"
          />
        </>
      )
    case 'checkIn':
      return (
        <>
          {order.day !== null && order.day !== now().day && (
            <Alert type="warning" showIcon title={t('checkIn.otherDay')} />
          )}
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
        <AmountField
          label={t('action.onSiteAmount')}
          extra={t('action.onSiteAll', { amount: yuan(owed) })}
          most={owed}
          tooMuch={t('action.onSiteTooMuch', { amount: yuan(owed) })}
          testId="on-site-amount"
        />
      )
    case 'issueInvoice':
      return <InvoiceField />
    case 'refund':
      return <RefundFields order={order} />
    case 'withdraw':
      return (
        <>
          <p>{t('dealings.withdrawNote')}</p>
          <PeopleField order={order} keepOne />
          <ReasonField label={t('dealings.withdrawReason')} testId="withdraw-reason" />
        </>
      )
    case 'cancellation':
      return (
        <>
          <p className="figure">
            {back > 0 ? t('action.cancellationRefund', { amount: yuan(back) }) : t('action.cancellationNoRefund')}
          </p>
          {order.withdrawn.length > 0 && <p className="quiet">{t('dealings.partlyRefunded')}</p>}
          <ReasonField
            label={t('action.cancellationReason')}
            placeholder={t('action.cancellationReasonPlaceholder')}
            missing={t('action.cancellationReasonMissing')}
            testId="cancellation-reason"
          />
        </>
      )
  }
}
