import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dayTitle, lengthsTitle, minutesTitle } from '@/format/date'
import { commonUnit, unitTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import type { Translation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'
import { Picture } from './picture'
import { Price } from './price'
import { Tap } from './tap'
import './service-card.css'

/** How long it takes, or when it is. */
const timeTitle = (service: PublicService, { locale }: Translation): string => {
  const { duration, durationChoice, event } = service
  if (event) return dayTitle(event.day, locale)
  if (durationChoice) return lengthsTitle(durationChoice.min, durationChoice.max, locale)
  return duration > 0 ? minutesTitle(duration, locale) : ''
}

/** A service in the list: what it is, how long it takes, what it costs at least. */
export const ServiceCard = ({ service }: { readonly service: PublicService }) => {
  const translation = useTranslation()
  const { t, say } = translation
  const unit = commonUnit(service)
  return (
    <Tap
      id={`service-${service.id}`}
      className="service-card"
      onTap={() => Taro.navigateTo({ url: `/pages/service/index?id=${encodeURIComponent(service.id)}` })}
    >
      <Picture className="service-card-picture" source={service.image} fallback="service" />
      <View className="service-card-words grow">
        <View className="service-card-title">{say(service.title)}</View>
        <View className="service-card-summary">{say(service.summary)}</View>
        <View className="service-card-foot">
          <Price
            className="service-card-price"
            fen={service.priceFrom}
            isFrom={service.priceTo > service.priceFrom}
            unit={unit ? unitTitle(service, unit, t) : ''}
          />
          <View className="service-card-time figure">{timeTitle(service, translation)}</View>
        </View>
      </View>
    </Tap>
  )
}
