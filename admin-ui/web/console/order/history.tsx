import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { eventWord } from './event-words.ts'

/** What has happened to an order, latest first. */
export function History({ order: { history } }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { at } = useShop()
  const latestFirst = [...history].reverse()
  return (
    <section aria-labelledby="order-history">
      <h2 id="order-history">{t('order.history')}</h2>
      {history.length === 0 && <p className="quiet">{t('order.historyNone')}</p>}
      <ol className="history">
        {latestFirst.map((entry, index) => {
          const word = eventWord(entry.event)
          return (
            <li key={`${entry.at}-${entry.event}-${index}`}>
              <span className="quiet figure">{at(entry.at)}</span>
              <span>{word ? t(`event.${word}`) : entry.event}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
