import { View } from '@tarojs/components'
import { chosenIn, whenOf } from '@/booking/chosen'
import type { Draft } from '@/booking/draft'
import { SelectionLines } from '@/components/order/selection-lines'
import { Picture } from '@/components/picture'
import { useTranslation } from '@/i18n'
import type { PublicService, PublicShop } from '@/kaidian/booking'

interface BookingSummaryProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly draft: Draft
}

/** What, when and with whom; once it is held, with the person the server chose for 'any'. */
export const BookingSummary = ({ shop, service, draft }: BookingSummaryProps) => {
  const { say } = useTranslation()
  const selection = chosenIn(draft)
  const offering = service.offerings.find(({ id }) => id === selection.offering)
  const subtitle = service.mode === 'registration' ? service.summary : offering?.title
  return (
    <View className="card">
      <View className="summary-head">
        <Picture className="summary-picture" source={service.image} fallback="service" />
        <View className="grow">
          <View className="summary-title">{say(service.title)}</View>
          <View className="soft">{[say(subtitle), say(draft.session?.title)].filter(Boolean).join(' · ')}</View>
        </View>
      </View>
      <SelectionLines
        shop={shop}
        service={service}
        selection={selection}
        when={whenOf(shop, service, draft)}
        timeId="confirm-time"
      />
    </View>
  )
}
