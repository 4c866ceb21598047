import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicOffering, PublicShop } from '@/kaidian/booking'

interface GrantedProps {
  readonly shop: PublicShop
  readonly offering: PublicOffering
}

/** The pass, membership or stored value that comes with an offering. */
export const Granted = ({ shop, offering }: GrantedProps) => {
  const { t, say } = useTranslation()
  const product = shop.entitlements.find(({ id }) => id === offering.grants)
  if (!product) return null
  return (
    <View className="soft">
      {t.grants(say(product.title))}
      {product.description && ` · ${say(product.description)}`}
    </View>
  )
}
