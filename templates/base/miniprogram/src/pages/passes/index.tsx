import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { fetchEntitlements } from '@/api/calls'
import { Action } from '@/components/action'
import { SignInFirst } from '@/components/order/sign-in-first'
import { Price } from '@/components/price'
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { useTranslation } from '@/i18n'
import { token } from '@/session/token'
import { useLoaded } from '@/shop/use-loaded'
import { useStore } from '@/store'
import type { PublicShop } from '@/kaidian/booking'
import { Pass } from './pass'
import { usePullDown } from '@/shop/use-pull-down'
import './index.css'

/** What can be bought, with the service that sells it. */
const offersOf = ({ entitlements, services }: PublicShop) =>
  entitlements.flatMap((product) => {
    const service = services.find(({ offerings }) => offerings.some(({ grants }) => grants === product.id))
    const price = service?.offerings.find(({ grants }) => grants === product.id)?.price
    return service && price !== undefined ? [{ product, service: service.id, price }] : []
  })

const Offers = ({ shop }: { readonly shop: PublicShop }) => {
  const { t, say } = useTranslation()
  const offers = offersOf(shop)
  if (offers.length === 0) return null
  return (
    <View className="card">
      <View className="card-title">{t.passesToBuy}</View>
      {offers.map(({ product, service, price }) => (
        <View key={product.id} className="pass-offer">
          <View className="grow">
            <View>{say(product.title)}</View>
            {product.description && <View className="soft">{say(product.description)}</View>}
          </View>
          <Price className="pass-price" fen={price} />
          <Action
            id={`buy-${product.id}`}
            kind="quiet"
            small
            onTap={() => Taro.navigateTo({ url: `/pages/service/index?id=${service}` })}
          >
            {t.buy}
          </Action>
        </View>
      ))}
    </View>
  )
}

/** The customer's passes, memberships and stored value: what is left, until when, and how it was used. */
const PassesPage = () => {
  const { t } = useTranslation()
  const session = useStore(token)
  const { value, error, reload } = useLoaded(session, () => fetchEntitlements().then((found) => found.entitlements))
  useDidShow(() => void reload())
  usePullDown(reload)

  const own = (shop: PublicShop) => {
    if (!session) return <SignInFirst title={t.signInForPasses} />
    if (!value) return error ? <Failure message={error} onRetry={reload} /> : <Skeleton heights={[150, 150]} />
    if (value.length === 0) return <Empty picture="empty" title={t.noPasses} hint={t.noPassesHint} />
    return value.map((pass) => <Pass key={pass.id} pass={pass} zone={shop.zone} />)
  }
  return (
    <Screen id="passes" title={t.passes} skeleton={[150, 150]}>
      {(shop) => (
        <>
          {own(shop)}
          <Offers shop={shop} />
        </>
      )}
    </Screen>
  )
}

export default PassesPage
