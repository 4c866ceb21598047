import type { Quote } from '@kaidian/runtime/domain/booking.ts'
import { priceOf } from '../money/yuan.ts'
import { useWords } from '../words.ts'

/** A bill: its lines, what is due when, and the rules that did not apply. */
export function QuoteTable({ quote }: { readonly quote: Quote }) {
  const { t, language } = useWords()
  const say = (words: { readonly 'zh-CN': string; readonly en?: string }): string => words[language] ?? words['zh-CN']
  return (
    <div className="bill" data-testid="quote">
      <table>
        <caption>{t('fees.lines')}</caption>
        <tbody>
          {quote.lines.map((line, index) => (
            <tr key={`${line.phase}-${line.rule}-${String(index)}`} data-testid={`quote-line-${line.rule}`}>
              <td>
                {say(line.label)}
                {line.quantity === 1 ? '' : ` × ${String(line.quantity)}`}
              </td>
              <td className="sum">{priceOf(line.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('fees.total')}</th>
            <td className="sum" data-testid="quote-total">
              {priceOf(quote.total)}
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="quiet">
        {t('fees.dueNow', { amount: priceOf(quote.dueNow) })}
        {quote.balance > 0 ? ` · ${t('fees.balance', { amount: priceOf(quote.balance) })}` : ''}
      </p>
      {quote.schedule.length < 2 ? null : (
        <>
          <h3>{t('fees.schedule')}</h3>
          <ul className="skipped">
            {quote.schedule.map(({ amount, due, where }, index) => (
              <li key={index}>
                <strong>{priceOf(amount)}</strong>{' '}
                <span className="quiet">
                  {where === 'onSite'
                    ? t('fees.scheduleOnSite')
                    : due === null
                      ? t('fees.scheduleNow')
                      : t('fees.scheduleDue', { day: due.slice(0, 10) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {quote.skipped.length === 0 ? null : (
        <>
          <h3>{t('fees.skipped')}</h3>
          <ul className="skipped">
            {quote.skipped.map((rule) => (
              <li key={rule.rule} data-testid={`skipped-${rule.rule}`}>
                <strong>{say(rule.label)}</strong> <span className="quiet">{say(rule.explanation)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
