import type { CSSProperties } from 'react'
import { BookingStateTag } from '../booking-state.tsx'
import { dayWords, minutesOf, timeOf, yuanShort } from '../format.ts'
import { owedOnSite } from '../order/actions.ts'
import { useOpenOrder } from '../order/open-order.ts'
import type { Today, TodayRow } from '../server/shapes.ts'
import { serviceWords, useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { place, rangesOn, span, type Placed } from './placing.ts'
import { takesTime, type TimedOrder } from './takes-time.ts'
import { useNow } from './use-now.ts'

/** Height of one minute, px. */
const MINUTE = 1.3

const at = (minutes: number): CSSProperties => ({ top: minutes * MINUTE })

/** The day on a desk's screen: a column for each resource, hours downwards. */
export function Timeline({ today }: { readonly today: Today }) {
  const { t, language } = useWords()
  const { shop } = useShop()
  const now = useNow()
  const all = today.rows.flatMap(({ bookings }) => bookings.filter(takesTime))
  const { from, to } = span(rangesOn(today.day, shop.hours), all)
  const hours = Array.from({ length: (to - from) / 60 + 1 }, (_, index) => from + index * 60)
  const minutesNow = minutesOf(now.time)
  const showNow = now.day === today.day && minutesNow >= from && minutesNow <= to
  return (
    <div
      className="timeline panel"
      role="group"
      aria-label={t('today.timeline', { day: dayWords(today.day, language) })}
    >
      <div className="timeline-grid" style={{ '--columns': today.rows.length } as CSSProperties}>
        <div className="timeline-corner" />
        {today.rows.map((row) => (
          <ColumnHead key={row.resource.id} row={row} />
        ))}
        <div className="timeline-hours" style={{ height: (to - from) * MINUTE }} aria-hidden>
          {hours.map((hour) => (
            <span key={hour} className="figure" style={at(hour - from)}>
              {timeOf(hour)}
            </span>
          ))}
        </div>
        {today.rows.map(({ resource, bookings }) => (
          <ul key={resource.id} className="timeline-column" style={{ backgroundSize: `100% ${60 * MINUTE}px` }}>
            {place(bookings.filter(takesTime)).map((placed) => (
              <Block key={placed.booking.id} placed={placed} from={from} />
            ))}
          </ul>
        ))}
        {showNow && (
          <div className="timeline-now" data-testid="now-line" aria-label={t('today.now', { time: now.time })}>
            <span className="figure" style={at(minutesNow - from)}>
              {now.time}
            </span>
          </div>
        )}
      </div>
      {all.length === 0 && <p className="timeline-none">{t('today.none')}</p>}
    </div>
  )
}

function ColumnHead({ row: { resource, bookings } }: { readonly row: TodayRow }) {
  const { t } = useWords()
  const { shop, say } = useShop()
  const level = shop.resources.find(({ id }) => id === resource.id)?.level
  const count = bookings.filter(takesTime).length
  return (
    <div className="timeline-head">
      <strong>{say(resource.name)}</strong>
      {level && <span className="quiet">{say(level.title)}</span>}
      <span className="quiet timeline-count">{count === 0 ? t('today.noneFor') : t('today.count', { count })}</span>
    </div>
  )
}

function Block({ placed, from }: { readonly placed: Placed<TimedOrder>; readonly from: number }) {
  const { t } = useWords()
  const { say } = useShop()
  const open = useOpenOrder()
  const { booking: order, lane, lanes } = placed
  const height = (placed.to - placed.from) * MINUTE - 3
  const owed = owedOnSite(order)
  return (
    <li
      style={{ ...at(placed.from - from), height, left: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%` }}
      data-testid={`order-row-${order.number}`}
    >
      <button
        type="button"
        className={`bare block state-${order.booking}${height < 56 ? ' block-low' : ''}`}
        data-testid={`order-open-${order.id}`}
        onClick={() => open(order.id)}
      >
        <span className="block-top">
          <span className="figure">
            {order.time}–{order.endTime}
          </span>
          <BookingStateTag order={order} />
        </span>
        <strong className="block-who">{order.customer.name ?? t('customers.unnamed')}</strong>
        <span className="block-what">
          {serviceWords(order, say)}
          {owed > 0 && <span className="figure"> · {t('today.dueOnSite', { amount: yuanShort(owed) })}</span>}
        </span>
      </button>
    </li>
  )
}
