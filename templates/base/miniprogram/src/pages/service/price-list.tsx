import { View } from '@tarojs/components'
import { changeDraft } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import { shelfOfPlace } from '@/booking/shelves'
import { Granted } from '@/components/granted'
import { Offer } from '@/components/offer'
import { minutesTitle } from '@/format/date'
import { priceTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import type { PublicOffering, PublicService, PublicShop } from '@/kaidian/booking'

interface PriceListProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly draft: Draft
}

/** What every offering costs and holds; of an appointment or a course one is chosen here, tickets are on their own page. */
export const PriceList = ({ shop, service, draft }: PriceListProps) => {
  const { t, say, locale } = useTranslation()
  const { mode, offerings, durationChoice } = service
  if (offerings.length === 0) return null
  const choose = (id: string) => () => changeDraft({ offering: id, resources: {}, start: null, session: null })
  const isChoice = mode !== 'registration' && offerings.length > 1

  const facts = (offering: PublicOffering): string => {
    const { duration, team, approval, requiredAddOns } = offering
    const required =
      mode === 'registration' || service.addOnsEach ? shelfOfPlace(service, offering).required : requiredAddOns
    const included = shop.addOns.filter(({ id }) => required.includes(id))
    return [
      duration > 0 && !durationChoice && mode !== 'registration' ? minutesTitle(duration, locale) : '',
      mode === 'session' && offering.covers === 'series' ? t.coversSeries : '',
      ...included.map(({ title, price }) => t.comesWith(say(title), priceTitle(price, t))),
      team ? t.teamSize(team.min, team.max) : '',
      approval === 'none' ? '' : t.needsApproval,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  const title =
    mode === 'registration' && offerings.some(({ grants }) => grants === null)
      ? t.tickets
      : isChoice && offerings.every(({ level }) => level)
        ? t.chooseOffering
        : t.prices
  return (
    <View className="card">
      <View className="card-title">{title}</View>
      {offerings.map((offering) => (
        <Offer
          key={offering.id}
          service={service}
          offering={offering}
          {...(isChoice ? { chosen: draft.offering === offering.id, onTap: choose(offering.id) } : {})}
        >
          <View className="soft figure">{facts(offering)}</View>
          <Granted shop={shop} offering={offering} />
        </Offer>
      ))}
    </View>
  )
}
