import { BookingStateTag } from '../booking-state.tsx'
import { yuanShort } from '../format.ts'
import { useOpenOrder } from '../order/open-order.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

/** The list of orders on a phone. */
export function OrderCards({ orders }: { readonly orders: readonly ConsoleOrder[] }) {
  const { t } = useWords()
  const { begins, what } = useShop()
  const open = useOpenOrder()
  return (
    <ul className="cards">
      {orders.map((order) => (
        <li key={order.id} data-testid={`order-row-${order.number}`}>
          <button
            type="button"
            className="bare panel card"
            data-testid={`order-open-${order.id}`}
            onClick={() => open(order.id)}
          >
            <span className="card-line">
              <strong className="figure">{begins(order)}</strong>
              <BookingStateTag order={order} />
            </span>
            <span className="card-line">
              <span>{what(order)}</span>
              <strong className="money">{yuanShort(order.quote.total)}</strong>
            </span>
            <span className="card-line quiet">
              <span className="figure">
                {order.customer.name ?? t('customers.unnamed')} {order.customer.phone}
              </span>
              <span>{t(`money.${order.money.state}`)}</span>
            </span>
            <span className="card-number">{order.number}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
