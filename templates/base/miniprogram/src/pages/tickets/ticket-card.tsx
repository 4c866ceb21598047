import { View } from '@tarojs/components'
import { shelfOfPlace } from '@/booking/shelves'
import { reasonWord } from '@/components/calendar/calendar-day'
import { OfferPrice } from '@/components/offer'
import { Stepper } from '@/components/stepper'
import { priceTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import type { PublicOffering, PublicService, PublicShop, TicketView } from '@/kaidian/booking'
import { Granted } from '@/components/granted'

const FEW_PLACES = 20

interface TicketCardProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly offering: PublicOffering
  readonly view: TicketView | undefined
  readonly count: number
  readonly most: number
  readonly onChange: (count: number) => void
}

/** A ticket: what it costs, what comes with it, how many are left or why there are none, and how many one wants. */
export const TicketCard = ({ shop, service, offering, view, count, most, onChange }: TicketCardProps) => {
  const { t, say } = useTranslation()
  const { required } = shelfOfPlace(service, offering)
  const included = shop.addOns.filter(({ id }) => required.includes(id))
  const { reason = null, left = null, explanation = null, waitlist = false } = view ?? {}
  const canHave = reason === null || (reason === 'taken' && waitlist)
  const state = () => {
    if (reason === 'taken') return waitlist ? t.fullWaitlist : t.full
    if (reason) return explanation ? say(explanation) : reasonWord(reason, t)
    return left === null ? '' : t.placesLeft(left)
  }
  return (
    <View className={`ticket ${count > 0 ? 'ticket-chosen' : ''} ${canHave ? '' : 'ticket-none'}`}>
      <View className="ticket-head">
        <View className="grow">
          <View className="ticket-title">{say(offering.title)}</View>
          {offering.description && <View className="soft">{say(offering.description)}</View>}
          {included.map(({ id, title, price }) => (
            <View key={id} className="ticket-fact">
              {t.comesWith(say(title), priceTitle(price, t))}
            </View>
          ))}
          {offering.team && <View className="ticket-fact">{t.teamSize(offering.team.min, offering.team.max)}</View>}
          {offering.approval !== 'none' && <View className="ticket-fact">{t.needsApproval}</View>}
          <Granted shop={shop} offering={offering} />
        </View>
        <OfferPrice service={service} offering={offering} />
      </View>
      <View className="ticket-foot">
        <View
          id={`ticket-${offering.id}-state`}
          className={`ticket-state grow figure ${!reason && left !== null && left <= FEW_PLACES ? 'ticket-state-few' : ''}`}
        >
          {state()}
        </View>
        {canHave && (
          <Stepper
            id={`ticket-${offering.id}`}
            count={count}
            most={most}
            of={say(offering.title)}
            onChange={onChange}
          />
        )}
      </View>
    </View>
  )
}
