import { App, Button } from 'antd'
import { useState } from 'react'
import { BookingStateTag } from '../booking-state.tsx'
import { yuanShort } from '../format.ts'
import { ActionDialog } from '../order/action-dialog.tsx'
import { hindrance, owedOnSite, peopleLeft } from '../order/actions.ts'
import { useOpenOrder } from '../order/open-order.ts'
import { usePeople } from '../order/use-people.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import type { Gathering } from './attendees.ts'
import { MOST_ORDERS, useAttendees } from './use-attendees.ts'
import './gatherings.css'

/** The classes and events of a day, each a list to check people in from. */
export function Gatherings({ day }: { readonly day: string }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const attendees = useAttendees(day)
  const [asked, setAsked] = useState<ConsoleOrder | null>(null)
  const gatherings = attendees.data?.gatherings ?? []
  if (gatherings.length === 0) return null
  return (
    <section className="gatherings" aria-label={t('office.sessions.heading')}>
      <h2 className="part">{t('office.sessions.heading')}</h2>
      {attendees.data?.isWhole === false && (
        <p className="quiet">{t('office.sessions.more', { count: MOST_ORDERS })}</p>
      )}
      <div className="gathering-grid">
        {gatherings.map((gathering) => (
          <OneGathering key={gathering.key} gathering={gathering} checkIn={setAsked} />
        ))}
      </div>
      {asked && (
        <ActionDialog
          key={asked.id}
          action="checkIn"
          order={asked}
          close={() => setAsked(null)}
          done={(words) => {
            setAsked(null)
            void message.success(words)
          }}
        />
      )}
    </section>
  )
}

const hasCome = ({ booking }: ConsoleOrder): boolean => booking === 'checked_in' || booking === 'completed'
const peopleIn = (orders: readonly ConsoleOrder[]): number =>
  orders.reduce((sum, order) => sum + peopleLeft(order).length, 0)

function OneGathering(props: { readonly gathering: Gathering; readonly checkIn: (order: ConsoleOrder) => void }) {
  const { t } = useWords()
  const { say } = useShop()
  const { gathering, checkIn } = props
  const { title, time, orders } = gathering
  return (
    <section className="panel day-group" aria-label={say(title)} data-testid="gathering">
      <h2>
        <span>
          {time !== null && <span className="figure">{time} </span>}
          {say(title)}
        </span>
        <span className="quiet figure">
          {t('office.sessions.people', { count: peopleIn(orders) })} ·{' '}
          {t('office.sessions.arrived', { count: peopleIn(orders.filter(hasCome)) })}
        </span>
      </h2>
      <ul className="day-lines">
        {orders.map((order) => (
          <Attendee key={order.id} order={order} checkIn={checkIn} />
        ))}
      </ul>
    </section>
  )
}

function Attendee(props: { readonly order: ConsoleOrder; readonly checkIn: (order: ConsoleOrder) => void }) {
  const { t, language } = useWords()
  const { say } = useShop()
  const open = useOpenOrder()
  const { order, checkIn } = props
  const { people } = usePeople(order)
  const owed = owedOnSite(order)
  const names = people.flatMap(({ name, withdrawn }) => (name !== null && !withdrawn ? [name] : []))
  const count = peopleLeft(order).length
  return (
    <li className={`attendee state-${order.booking}`} data-testid={`attendee-${order.number}`}>
      <button type="button" className="bare attendee-who" onClick={() => open(order.id)}>
        <strong>{order.customer.name ?? t('customers.unnamed')}</strong>
        <span className="quiet">
          {say(order.offeringTitle)}
          {count > 1 && ` · ${t('order.peopleCount', { count })}`}
          {names.length > 0 && ` · ${names.join(language === 'en' ? ', ' : '、')}`}
        </span>
        {owed > 0 && <span className="day-line-owed figure">{t('today.dueOnSite', { amount: yuanShort(owed) })}</span>}
      </button>
      {hindrance('checkIn', order, new Date()) === null ? (
        <Button size="small" type="primary" onClick={() => checkIn(order)} data-testid={`check-in-${order.number}`}>
          {t('action.checkIn')}
        </Button>
      ) : (
        <BookingStateTag order={order} />
      )}
    </li>
  )
}
