import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Row } from '@/components/row'
import { listedIn } from '@/coupons/listed'
import { useTranslation } from '@/i18n'
import type { PublicShop } from '@/kaidian/booking'

/** That there are coupons, and what the first takes off. */
export const Coupons = ({ shop }: { readonly shop: PublicShop }) => {
  const { t, say } = useTranslation()
  const [first] = listedIn(shop)
  if (!first) return null
  return (
    <View className="card rows">
      <Row
        id="home-coupons"
        icon="ticket"
        title={t.coupons}
        value={say(first.takesOff ?? first.label)}
        onTap={() => Taro.navigateTo({ url: '/pages/coupons/index' })}
      />
    </View>
  )
}
