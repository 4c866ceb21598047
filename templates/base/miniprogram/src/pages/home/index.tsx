import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { ScrollView, View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import { Screen } from '@/components/screen'
import { ServiceCard } from '@/components/service-card'
import { Empty } from '@/components/states'
import { useTranslation } from '@/i18n'
import { shop as compiled } from '@/shop'
import { refreshShop, useShop } from '@/shop/store'
import type { PublicService, PublicShop } from '@/kaidian/booking'
import { ShopCard } from './shop-card'
import './index.css'

/** Services under their categories, in the shop's order; those without one come last. */
const sections = (
  shop: PublicShop,
  other: string,
  say: (words: PublicShop['categories'][number]['title']) => string,
) => {
  const known = shop.categories.map(({ id, title }) => ({
    id,
    title: say(title),
    services: shop.services.filter(({ category }) => category === id),
  }))
  const ids = shop.categories.map(({ id }) => id)
  const rest: PublicService[] = shop.services.filter(({ category }) => category === null || !ids.includes(category))
  return [...known, { id: 'other', title: other, services: rest }].filter(({ services }) => services.length > 0)
}

const Team = ({ shop }: { readonly shop: PublicShop }) => {
  const { t, say } = useTranslation()
  const staff = shop.resources.filter(({ kind }) => kind === 'staff')
  if (staff.length === 0) return null
  return (
    <View className="home-section">
      <View className="home-section-title">{t.team}</View>
      <ScrollView className="team" scrollX enhanced showScrollbar={false}>
        <View className="team-row">
          {staff.map((person) => (
            <View key={person.id} className="team-card">
              <Picture className="team-picture" source={person.image} fallback="person" />
              <View className="team-name">
                {say(person.name)}
                {person.level && <View className="team-level">{say(person.level.title)}</View>}
              </View>
              <View className="team-about">{say(person.introduction)}</View>
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}

const HomePage = () => {
  const { t, say } = useTranslation()
  const { shop } = useShop()
  usePullDownRefresh(() => void refreshShop().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Screen id="home" tab title={shop ? say(shop.profile.name) : compiled.name} skeleton={[220, 120, 112, 112, 112]}>
      {(of) => {
        const groups = sections(of, of.categories.length ? t.otherServices : t.services, say)
        return (
          <>
            <ShopCard shop={of} />
            {groups.length === 0 && <Empty title={t.noServices} hint={t.noServicesHint} />}
            {groups.map((group) => (
              <View key={group.id} className="home-section">
                <View className="home-section-title">{group.title}</View>
                {group.services.map((service) => (
                  <ServiceCard key={service.id} service={service} />
                ))}
              </View>
            ))}
            <Team shop={of} />
          </>
        )
      }}
    </Screen>
  )
}

export default HomePage
