import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { AnswerPairs, Pair, useAnswerWords } from './answer-list.tsx'
import { answerRows } from './answer-rows.ts'

/** What the customer filled in after booking: what an invoice is to say, and what they thought of the visit. */
export function LaterAnswers({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { shop, at } = useShop()
  const words = useAnswerWords()
  const rowsOf = (form: string, answers: Readonly<Record<string, unknown>>) =>
    answerRows(shop.forms.find(({ id }) => id === form)?.fields ?? [], answers, words)
  const { invoice, feedback } = order
  return (
    <>
      {invoice?.answers && (
        <section aria-labelledby="order-invoice" data-testid="order-invoice">
          <h2 id="order-invoice">{t('dealings.invoice')}</h2>
          <dl className="pairs">
            <Pair
              label={t('dealings.invoiceState')}
              value={
                invoice.issued
                  ? t('dealings.invoiceIssued', { at: at(invoice.issued.at) })
                  : t('dealings.invoiceWaiting')
              }
            />
            {invoice.issued?.number && <Pair label={t('dealings.invoiceNumber')} value={invoice.issued.number} />}
            <AnswerPairs rows={rowsOf(invoice.form, invoice.answers)} />
          </dl>
        </section>
      )}
      {feedback?.answers && (
        <section aria-labelledby="order-feedback" data-testid="order-feedback">
          <h2 id="order-feedback">{t('dealings.feedback')}</h2>
          <dl className="pairs">
            <AnswerPairs rows={rowsOf(feedback.form, feedback.answers)} />
          </dl>
        </section>
      )}
    </>
  )
}
