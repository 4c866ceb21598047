import { BookingStateTag } from '../booking-state.tsx'
import { yuanShort } from '../format.ts'
import { owedOnSite } from '../order/actions.ts'
import { useOpenOrder } from '../order/open-order.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { serviceWords, useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

/** One booking as a row of the day's list. */
export function BookingLine({ order, withResource }: { readonly order: ConsoleOrder; readonly withResource: boolean }) {
  const { t } = useWords()
  const { say, what } = useShop()
  const open = useOpenOrder()
  const owed = owedOnSite(order)
  return (
    <button
      type="button"
      className={`bare day-line state-${order.booking}`}
      data-testid={`order-open-${order.id}`}
      onClick={() => open(order.id)}
    >
      <span className="day-line-time figure">
        {order.time}
        <span className="quiet">{order.endTime}</span>
      </span>
      <span className="day-line-what">
        <strong>{order.customer.name ?? t('customers.unnamed')}</strong>
        <span className="quiet">{withResource ? what(order) : serviceWords(order, say)}</span>
        {owed > 0 && <span className="day-line-owed figure">{t('today.dueOnSite', { amount: yuanShort(owed) })}</span>}
      </span>
      <BookingStateTag order={order} />
    </button>
  )
}
