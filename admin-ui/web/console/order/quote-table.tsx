import { yuan } from '../format.ts'
import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

/** The lines that make up the price, and what of it is paid where. */
export function QuoteTable({ order: { quote } }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { say } = useShop()
  const onSite = quote.schedule.reduce((sum, { where, amount }) => (where === 'onSite' ? sum + amount : sum), 0)
  const later = quote.balance - onSite
  return (
    <section aria-labelledby="order-quote">
      <h2 id="order-quote">{t('order.quote')}</h2>
      {quote.coupon !== null && <p className="quiet">{t('order.coupon', { code: quote.coupon })}</p>}
      <table className="amounts">
        <tbody>
          {quote.lines.map(({ rule, label, quantity, unitAmount, amount }, index) => (
            <tr key={`${rule}-${index}`}>
              <th scope="row">
                {say(label)}
                {quantity !== 1 && (
                  <span className="quiet figure">
                    {' '}
                    {yuan(unitAmount)} × {quantity}
                  </span>
                )}
              </th>
              <td className="money">{yuan(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum">
            <th scope="row">{t('order.total')}</th>
            <td className="money">{yuan(quote.total)}</td>
          </tr>
          <tr className="quiet">
            <th scope="row">{t('order.dueNow')}</th>
            <td className="money">{yuan(quote.dueNow)}</td>
          </tr>
          {later > 0 && (
            <tr className="quiet">
              <th scope="row">{t('order.later')}</th>
              <td className="money">{yuan(later)}</td>
            </tr>
          )}
          {onSite > 0 && (
            <tr className="quiet">
              <th scope="row">{t('order.balance')}</th>
              <td className="money">{yuan(onSite)}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </section>
  )
}
