import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { commonUnit, isPricedByRules, unitTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import type { PublicOffering, PublicService } from '@/kaidian/booking'
import { Price } from './price'
import { Tap } from './tap'
import './offer.css'

/** The price of an offering for its unit; of one whose price only rules make, that of the service. */
export const OfferPrice = ({
  service,
  offering,
}: {
  readonly service: PublicService
  readonly offering: PublicOffering
}) => {
  const { t } = useTranslation()
  const byRules = isPricedByRules(service, offering) && commonUnit(service) !== null
  return (
    <Price
      className="offer-price"
      fen={byRules ? service.priceFrom : offering.price}
      isFrom={byRules && service.priceTo > service.priceFrom}
      unit={unitTitle(service, offering, t)}
    />
  )
}

interface OfferProps {
  readonly service: PublicService
  readonly offering: PublicOffering
  /** What is told below the title. */
  readonly children?: ReactNode
  /** Left out where there is nothing to choose. */
  readonly chosen?: boolean
  readonly onTap?: () => unknown
}

/** One row of a price list; one of several can be chosen. */
export const Offer = ({ service, offering, children, chosen, onTap }: OfferProps) => {
  const { say } = useTranslation()
  const inside = (
    <>
      {onTap && <View className="offer-dot" />}
      <View className="grow">
        <View className="offer-title">{say(offering.title)}</View>
        {offering.description && <View className="soft">{say(offering.description)}</View>}
        {children}
      </View>
      <OfferPrice service={service} offering={offering} />
    </>
  )
  if (!onTap) return <View className="offer offer-plain">{inside}</View>
  return (
    <Tap
      id={`offering-${offering.id}`}
      role="radio"
      checked={chosen ?? false}
      className={`offer ${chosen ? 'offer-chosen' : ''}`}
      onTap={onTap}
    >
      {inside}
    </Tap>
  )
}
