import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { minutesTitle } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'
import { Picture } from './picture'
import { Tap } from './tap'
import './service-card.css'

/** A service in the list: what it is, how long it takes, what it costs at least. */
export const ServiceCard = ({ service }: { readonly service: PublicService }) => {
  const { t, say, locale } = useTranslation()
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
          <View className="service-card-price figure">
            {yuan(service.priceFrom)}
            {service.priceTo > service.priceFrom && <View className="service-card-from">{t.from}</View>}
          </View>
          <View className="service-card-time figure">{minutesTitle(service.duration, locale)}</View>
        </View>
      </View>
    </Tap>
  )
}
