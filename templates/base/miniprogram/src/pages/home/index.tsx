import { View } from '@tarojs/components'
import { useState } from 'react'
import { Screen } from '@/components/screen'
import { PersonSheet, Team } from '@/components/team'
import { useTranslation } from '@/i18n'
import { useArrival } from '@/share/arrival'
import { useShareCard } from '@/share/share'
import { shop as compiled } from '@/shop'
import { refreshShop, useShop } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import type { PublicResource } from '@/kaidian/booking'
import { Coupons } from './coupons'
import { Services } from './services'
import { ShopCard } from './shop-card'
import { Unfinished } from './unfinished'
import './index.css'

const HomePage = () => {
  const { t, say } = useTranslation()
  const { shop } = useShop()
  const [person, setPerson] = useState<PublicResource | null>(null)
  useArrival()
  useShareCard(() => null)
  usePullDown(refreshShop)
  return (
    <Screen
      id="home"
      tab
      title={shop ? say(shop.profile.name) : compiled.name}
      skeleton={[220, 120, 112, 112, 112]}
      overlay={(of) => person && <PersonSheet shop={of} person={person} onClose={() => setPerson(null)} />}
    >
      {(of) => {
        const staff = of.resources.filter(({ kind }) => kind === 'staff')
        return (
          <>
            <ShopCard shop={of} />
            <Unfinished shop={of} />
            {FEATURES.listedCoupons && <Coupons shop={of} />}
            <Services shop={of} />
            {staff.length > 0 && (
              <View className="home-section">
                <View className="home-section-title">{t.team}</View>
                <Team people={staff} onOpen={setPerson} />
              </View>
            )}
          </>
        )
      }}
    </Screen>
  )
}

export default HomePage
