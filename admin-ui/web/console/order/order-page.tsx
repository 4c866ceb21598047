import { BookingStateTag } from '../booking-state.tsx'
import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { ActionList } from './action-list.tsx'
import { Answers } from './answers.tsx'
import { History } from './history.tsx'
import { Ledger } from './ledger.tsx'
import { PaymentPlan } from './payment-plan.tsx'
import { QuoteTable } from './quote-table.tsx'

/** One order, whole: when and what, what may be done, who, price, money, history. */
export function OrderPage({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { at, what, when } = useShop()
  return (
    <article className="order">
      <header>
        <p className="order-states">
          <BookingStateTag order={order} testId="booking-state" />
          <span className="quiet" data-testid="money-state">
            {t(`money.${order.money.state}`)}
          </span>
        </p>
        <p className="order-when figure">{when(order)}</p>
        <p className="order-what">{what(order)}</p>
        <p className="quiet figure">
          {t('order.placedAt', { at: at(order.createdAt) })}
          {order.checkedInAt !== null && ` · ${t('order.checkedInAt', { at: at(order.checkedInAt) })}`}
          {order.booking === 'held' &&
            order.expiresAt !== null &&
            ` · ${t('order.payBefore', { at: at(order.expiresAt) })}`}
        </p>
        {order.note !== null && <p className="order-note">{t('order.note', { note: order.note })}</p>}
      </header>
      <ActionList order={order} />
      <Answers order={order} />
      <QuoteTable order={order} />
      <PaymentPlan order={order} />
      <Ledger order={order} />
      <History order={order} />
    </article>
  )
}
