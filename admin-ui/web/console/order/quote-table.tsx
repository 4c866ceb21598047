import { yuan } from '../format.ts'
import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

/** The lines that make up the price, and what of it is paid where. */
export function QuoteTable({ order: { quote } }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { say } = useShop()
  return (
    <section aria-labelledby="order-quote">
      <h2 id="order-quote">{t('order.quote')}</h2>
      <table className="amounts">
        <tbody>
          {quote.lines.map(({ rule, label, quantity, unitAmount, amount }) => (
            <tr key={rule}>
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
          <tr className="quiet">
            <th scope="row">{t('order.balance')}</th>
            <td className="money">{yuan(quote.balance)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
