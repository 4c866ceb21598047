import { View } from '@tarojs/components'
import type { Draft } from '@/booking/draft'
import { Picture } from '@/components/picture'
import { addMinutes, whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import { resourceIn } from '@/shop/store'
import { plannedMinutes } from '@/booking/price'
import type { PublicService, PublicShop } from '@/kaidian/booking'

interface BookingSummaryProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly draft: Draft
}

/** What, when and with whom; once it is held, with the person the server chose for 'any'. */
export const BookingSummary = ({ shop, service, draft }: BookingSummaryProps) => {
  const { t, say, locale } = useTranslation()
  const { start, session, hold } = draft
  const { start: from, end: until } = hold?.selection ?? { start: null, end: null }
  const minutes = from && until ? (Date.parse(until) - Date.parse(from)) / 60_000 : plannedMinutes(shop, service, draft)
  const when = start ? { ...start, endTime: addMinutes(start.time, minutes) } : (session ?? service.event)
  const offering = service.offerings.find(({ id }) => id === (hold?.selection.offering ?? draft.offering))
  const resources = hold?.selection.resources ?? draft.resources
  return (
    <View className="card">
      <View className="summary-head">
        <Picture className="summary-picture" source={service.image} fallback="service" />
        <View className="grow">
          <View className="summary-title">{say(service.title)}</View>
          <View className="soft">{say(offering?.title)}</View>
        </View>
      </View>
      {when && (
        <View className="line">
          <View className="line-label">{t.time}</View>
          <View id="confirm-time" className="line-value figure">
            {whenTitle(when, locale)}
          </View>
        </View>
      )}
      {service.requirements.map(({ role, title }) => (
        <View key={role} className="line">
          <View className="line-label">{say(title)}</View>
          <View className="line-value">{say(resourceIn(shop, resources[role])?.name) || t.anyone}</View>
        </View>
      ))}
      {service.options.map((option) => (
        <View key={option.id} className="line">
          <View className="line-label">{say(option.title)}</View>
          <View className="line-value">
            {say(option.choices.find(({ id }) => id === draft.options[option.id])?.title)}
          </View>
        </View>
      ))}
    </View>
  )
}
