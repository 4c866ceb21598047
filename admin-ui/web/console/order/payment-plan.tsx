import { yuan } from '../format.ts'
import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { plannedPayments } from './planned-payments.ts'

/** What is paid when and where, and how far it has come; nothing where all is paid with the order. */
export function PaymentPlan({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { at } = useShop()
  const rows = plannedPayments(order, new Date())
  if (rows.length < 2 && order.money.charged === 0) return null
  return (
    <section aria-labelledby="order-plan">
      <h2 id="order-plan">{t('dealings.plan')}</h2>
      <table className="amounts" data-testid="payment-plan">
        <tbody>
          {rows.map(({ amount, due, where, state }, index) => (
            <tr key={index} data-state={state}>
              <th scope="row">
                {where === 'onSite'
                  ? t('dealings.planOnSite')
                  : due === null
                    ? t('dealings.planNow')
                    : t('dealings.planDue', { at: at(due) })}{' '}
                <span
                  className={
                    state === 'paid'
                      ? 'state state-checked_in'
                      : state === 'overdue'
                        ? 'state state-no_show'
                        : 'state state-held'
                  }
                >
                  {t(`dealings.${state}`)}
                </span>
              </th>
              <td className="money">{yuan(amount)}</td>
            </tr>
          ))}
          {order.money.charged > 0 && (
            <tr>
              <th scope="row">{t('dealings.charged')}</th>
              <td className="money">{yuan(order.money.charged)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
