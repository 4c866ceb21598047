import { View } from '@tarojs/components'
import { AnswerLines } from '@/components/answer-lines'
import { namesOf, participantAt } from '@/components/order/people'
import { useTranslation } from '@/i18n'
import { formIn, serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'

/** What was filled in of the order, and each person with their ticket and their answers; who has left is marked. */
export const OrderPeople = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const { t, say } = useTranslation()
  const { places } = order.selection
  const service = serviceIn(shop, order.selection.service)
  const form = formIn(shop, service?.form)
  const each = formIn(shop, service?.participants?.form)
  const names = namesOf(shop, service, places.length, order, t.personNumber)
  const about = service ? { service: service.id, people: places.length } : {}
  // Where nothing is known of them but their number, that is said already.
  const isEach = service?.mode === 'registration' || (service?.participants ?? null) !== null
  const tells =
    (isEach && places.length > 1) ||
    (each && participantAt(service, 0) >= 0) ||
    order.withdrawn.length > 0 ||
    order.seats.length > 0
  const seatOf = (at: number) => {
    const seat = order.seats.find(({ place }) => place === at)
    return seat && t.seat(say(seat.room), seat.number)
  }
  const ticket = (offering: string) =>
    service?.mode === 'registration' ? say(service.offerings.find(({ id }) => id === offering)?.title) : ''
  return (
    <>
      {form && (
        <View className="card">
          <View className="card-title">{t.answers}</View>
          <AnswerLines form={form} answers={order.answers} context={about} />
        </View>
      )}
      {tells && (
        <View className="card">
          <View className="card-title">
            {(participantAt(service, 0) >= 0 && say(service?.participants?.title)) || t.people}
          </View>
          {places.map((place, at) => {
            const isGone = order.withdrawn.includes(at)
            const index = participantAt(service, at)
            return (
              <View key={at} id={`person-${at + 1}`} className={`party ${isGone ? 'party-gone' : ''}`}>
                <View className="party-title">
                  <View className="party-name grow">
                    {[names[at], ticket(place.offering)].filter(Boolean).join(' · ')}
                  </View>
                  {isGone && <View className="party-left">{t.withdrawn}</View>}
                  {!isGone && seatOf(at) && (
                    <View id={`seat-${at + 1}`} className="party-seat figure">
                      {seatOf(at)}
                    </View>
                  )}
                </View>
                {each && index >= 0 && !isGone && (
                  <AnswerLines
                    form={each}
                    answers={order.participants[index] ?? {}}
                    context={{ ...about, offering: place.offering, order: order.answers }}
                  />
                )}
              </View>
            )
          })}
        </View>
      )}
    </>
  )
}
