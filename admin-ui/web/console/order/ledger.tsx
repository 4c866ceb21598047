import { yuan } from '../format.ts'
import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { owedOnSite } from './actions.ts'
import { ledgerState } from './ledger-words.ts'

/** Money that came in and went back, entry by entry, and what it comes to. */
export function Ledger({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { at } = useShop()
  const { money, ledger } = order
  const owed = owedOnSite(order)
  const sums = [
    { id: 'captured', label: t('order.paidOnline'), amount: money.captured },
    { id: 'onSite', label: t('order.paidOnSite'), amount: money.onSite },
    { id: 'refunded', label: t('order.refunded'), amount: -money.refunded },
  ].filter(({ amount }) => amount !== 0)
  return (
    <section aria-labelledby="order-ledger">
      <h2 id="order-ledger">{t('order.ledger')}</h2>
      {ledger.length === 0 && sums.length === 0 && owed === 0 ? (
        <p className="quiet">{t('order.ledgerNone')}</p>
      ) : (
        <table className="amounts" data-testid="ledger">
          <tbody>
            {ledger.map((entry, index) => (
              <tr key={`${entry.kind}-${entry.at}-${index}`}>
                <th scope="row">
                  {t(`ledger.${entry.kind}`)}
                  <span className="quiet figure ledger-note">
                    {at(entry.at)}
                    {entry.kind !== 'on_site' && ` · ${t(`ledgerState.${ledgerState(entry)}`)}`}
                  </span>
                </th>
                <td className="money">{yuan(entry.kind === 'refund' ? -entry.amount : entry.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {sums.map(({ id, label, amount }) => (
              <tr key={id} className="quiet" data-testid={`money-${id}`}>
                <th scope="row">{label}</th>
                <td className="money">{yuan(amount)}</td>
              </tr>
            ))}
            {owed > 0 && (
              <tr className="sum owed" data-testid="money-owed">
                <th scope="row">{t('order.outstanding')}</th>
                <td className="money">{yuan(owed)}</td>
              </tr>
            )}
          </tfoot>
        </table>
      )}
    </section>
  )
}
