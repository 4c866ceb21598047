import { View } from '@tarojs/components'
import { fetchRatings } from '@/api/calls'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { useLoaded } from '@/shop/use-loaded'

const STARS = 5

/** What those who came gave it, once there are enough of them; nothing while that is not known. */
export const Rating = ({ service }: { readonly service: string }) => {
  const { t } = useTranslation()
  const shownId = useShownId('service-rating')
  const { value } = useLoaded('ratings', fetchRatings)
  const rating = value?.ratings.find((one) => one.service === service)
  if (!rating) return null
  return (
    <View {...shownId} className="service-rating">
      <Icon name="star" size={16} colour="var(--accent-text)" fill />
      <View className="figure">{t.ratedBy(((rating.score * STARS) / 10_000).toFixed(1), rating.count)}</View>
    </View>
  )
}
