import { Fragment } from 'react'
import { minutesOf } from '../format.ts'
import type { ConsoleOrder, Today } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { BookingLine } from './booking-line.tsx'
import { takesTime } from './takes-time.ts'
import { useNow } from './use-now.ts'

export type Arrangement = 'resource' | 'time'

/** The day on a phone: by who serves, or all in order of time. */
export function DayList({ today, arrangement }: { readonly today: Today; readonly arrangement: Arrangement }) {
  const { t } = useWords()
  const { say } = useShop()
  if (today.rows.every(({ bookings }) => !bookings.some(takesTime)))
    return <p className="empty panel">{t('today.none')}</p>
  if (arrangement === 'time') {
    const once = new Map(today.rows.flatMap(({ bookings }) => bookings).map((order) => [order.id, order]))
    return (
      <div className="panel">
        <Lines day={today.day} bookings={[...once.values()]} withResource />
      </div>
    )
  }
  return (
    <>
      {today.rows.map(({ resource, bookings }) => (
        <section key={resource.id} className="panel day-group" aria-label={say(resource.name)}>
          <h2>
            {say(resource.name)}
            <span className="quiet">
              {bookings.some(takesTime)
                ? t('today.count', { count: bookings.filter(takesTime).length })
                : t('today.noneFor')}
            </span>
          </h2>
          <Lines day={today.day} bookings={bookings} withResource={false} />
        </section>
      ))}
    </>
  )
}

/** Bookings in order of time, with a line where the clock stands. */
function Lines(props: {
  readonly day: string
  readonly bookings: readonly ConsoleOrder[]
  readonly withResource: boolean
}) {
  const { t } = useWords()
  const now = useNow()
  const sorted = props.bookings.filter(takesTime).sort((a, b) => minutesOf(a.time) - minutesOf(b.time))
  const nowAt = now.day === props.day ? sorted.findIndex(({ time }) => time > now.time) : -1
  return (
    <ul className="day-lines">
      {sorted.map((order, index) => (
        <Fragment key={order.id}>
          {index === nowAt && (
            <li className="day-now figure" data-testid="now-line">
              {t('today.now', { time: now.time })}
            </li>
          )}
          <li data-testid={`order-row-${order.number}`}>
            <BookingLine order={order} withResource={props.withResource} />
          </li>
        </Fragment>
      ))}
    </ul>
  )
}
