import { BookingStateTag } from '../booking-state.tsx'
import { dayWords } from '../format.ts'
import type { OrderDetail } from '../server/shapes.ts'
import { serviceWords, useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { ActionList } from './action-list.tsx'
import { Answers } from './answers.tsx'
import { History } from './history.tsx'
import { Ledger } from './ledger.tsx'
import { QuoteTable } from './quote-table.tsx'

/** One order, whole: when and what, what may be done, who, price, money, history. */
export function OrderPage({ order }: { readonly order: OrderDetail }) {
  const { t, language } = useWords()
  const { say, at, servedBy } = useShop()
  return (
    <article className="order">
      <header>
        <p className="order-states">
          <BookingStateTag state={order.booking} testId="booking-state" />
          <span className="quiet" data-testid="money-state">
            {t(`money.${order.money.state}`)}
          </span>
        </p>
        <p className="order-when figure">
          {dayWords(order.day, language)} {order.time}–{order.endTime}
        </p>
        <p className="order-what">
          {serviceWords(order, say)} · {servedBy(order)}
        </p>
        <p className="quiet figure">
          {t('order.placedAt', { at: at(order.createdAt) })}
          {order.checkedInAt !== null && ` · ${t('order.checkedInAt', { at: at(order.checkedInAt) })}`}
          {order.booking === 'held' &&
            order.expiresAt !== null &&
            ` · ${t('order.payBefore', { at: at(order.expiresAt) })}`}
        </p>
      </header>
      <ActionList order={order} />
      <Answers order={order} />
      <QuoteTable order={order} />
      <Ledger order={order} />
      <History order={order} />
    </article>
  )
}
