import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router-dom'
import { BookingStateTag } from '../booking-state.tsx'
import { yuan } from '../format.ts'
import { owedOnSite } from '../order/actions.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

export type Outcome =
  | { readonly kind: 'success'; readonly order: ConsoleOrder }
  | { readonly kind: 'already'; readonly at: string | null; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string }

/** What came of a code, to be read from a step away. */
export function CheckInResult({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useWords()
  const { at } = useShop()
  switch (outcome.kind) {
    case 'success':
      return <Success order={outcome.order} />
    case 'already':
      return (
        <section className="result result-already" data-testid="check-in-result" data-outcome="already">
          <h2>
            <ExclamationCircleFilled aria-hidden /> {t('checkIn.already')}
          </h2>
          <p className="result-big figure">
            {outcome.at === null ? outcome.message : t('checkIn.alreadyAt', { at: at(outcome.at) })}
          </p>
        </section>
      )
    case 'refused':
      return (
        <section className="result result-refused" data-testid="check-in-result" data-outcome="refused">
          <h2>
            <CloseCircleFilled aria-hidden /> {t('checkIn.unsuccessful')}
          </h2>
          <p>{outcome.message}</p>
        </section>
      )
  }
}

function Success({ order }: { readonly order: ConsoleOrder }) {
  const { t } = useWords()
  const { now, what, when } = useShop()
  const go = useNavigate()
  const owed = owedOnSite(order)
  return (
    <section className="result result-success" data-testid="check-in-result" data-outcome="success">
      <h2>
        <CheckCircleFilled aria-hidden /> {t('checkIn.success')}
      </h2>
      <p className="result-big">{order.customer.name ?? t('customers.unnamed')}</p>
      {order.day !== null && order.day !== now().day && <p className="result-other-day">{t('checkIn.otherDay')}</p>}
      <p className="figure">{when(order)}</p>
      <p>{what(order)}</p>
      <p>
        <BookingStateTag order={order} testId="booking-state" />
      </p>
      {owed > 0 ? (
        <p className="result-owed">
          {t('checkIn.collect')} <strong className="money">{yuan(owed)}</strong>
        </p>
      ) : (
        <p className="quiet">{t('checkIn.paidUp')}</p>
      )}
      <Button size="large" onClick={() => void go(`/orders?order=${encodeURIComponent(order.id)}`)}>
        {t('checkIn.openOrder')}
      </Button>
    </section>
  )
}
