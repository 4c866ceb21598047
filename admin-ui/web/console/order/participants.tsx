import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { AnswerPairs, useAnswerWords } from './answer-list.tsx'
import { answerRows } from './answer-rows.ts'
import type { Person } from './people.ts'
import { usePeople } from './use-people.ts'

/** Everybody the order is for, with their tickets, answers, and whether they have left it. */
export function Participants({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { shop, say } = useShop()
  const words = useAnswerWords()
  const { people, called } = usePeople(order)
  if (people.length < 2 && order.participants.length === 0 && order.seats.length === 0) return null
  const service = shop.services.find(({ id }) => id === order.selection.service)
  const fields = shop.forms.find(({ id }) => id === service?.participants?.form)?.fields ?? []
  const title = service?.participants?.title
  const addOnsOf = ({ addOns }: Person): string =>
    Object.entries(addOns)
      .filter(([, count]) => count > 0)
      .map(([id, count]) => {
        const addOn = shop.addOns.find((one) => one.id === id)
        return `${addOn ? say(addOn.title) : id}${count > 1 ? ` × ${count}` : ''}`
      })
      .join('、')
  const seatOf = ({ index }: Person): string | null => {
    const seat = order.seats.find(({ place }) => place === index)
    if (!seat) return null
    return seat.number === null ? say(seat.room) : t('people.seat', { room: say(seat.room), number: seat.number })
  }
  return (
    <section aria-labelledby="order-participants" data-testid="participants">
      <h2 id="order-participants">{title ? say(title) : t('people.heading')}</h2>
      <ol className="people">
        {people.map((person) => {
          const addOns = addOnsOf(person)
          const rows = person.answers ? answerRows(fields, person.answers, words) : []
          return (
            <li key={person.index} className={person.withdrawn ? 'gone' : undefined}>
              <p className="person">
                <strong>{called(person)}</strong>
                {person.withdrawn && <span className="state state-cancelled">{t('people.withdrawn')}</span>}
                {seatOf(person) !== null && <span className="state">{seatOf(person)}</span>}
              </p>
              {addOns !== '' && (
                <p className="quiet">
                  {t('people.addOns')}: {addOns}
                </p>
              )}
              {rows.length > 0 && (
                <dl className="pairs">
                  <AnswerPairs rows={rows} />
                </dl>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
