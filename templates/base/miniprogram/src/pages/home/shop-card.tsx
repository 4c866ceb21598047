import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/api/clock'
import { Icon } from '@/components/icon'
import { Picture } from '@/components/picture'
import { Tap } from '@/components/tap'
import { WEEK, wallOf, weekdayOf, weekdaysTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import { usePalette } from '@/theme/theme'
import { callShop, openPlace } from '@/shop/contact'
import type { PublicShop } from '@/kaidian/booking'

/** What the shop is: banner, name, when it is open, where it is, how to call it. */
export const ShopCard = ({ shop }: { readonly shop: PublicShop }) => {
  const { t, say, locale } = useTranslation()
  const { accentText } = usePalette()
  const [allHours, setAllHours] = useState(false)
  const { profile } = shop
  const today = WEEK[weekdayOf(wallOf(now(), shop.zone).day)]
  const ofToday = shop.hours.filter(({ days }) => days.some((day) => day === today))
  const ranges = ofToday.flatMap((row) => row.ranges)
  const { location, address } = profile
  const openTitle = ofToday.some(({ varies }) => varies) ? t.openTodayMostly : t.openToday

  return (
    <View>
      <Picture className="banner" source={profile.image} fallback="shop" />
      <View className="card shop-card">
        <View id="shop-name" className="shop-name">
          {say(profile.name)}
        </View>
        {profile.tagline && <View className="shop-tagline">{say(profile.tagline)}</View>}
        {profile.description && <View className="soft shop-about">{say(profile.description)}</View>}
        {profile.notice && (
          <View className="shop-notice">
            <Icon name="bell" size={18} colour={accentText} />
            <View className="grow">{say(profile.notice)}</View>
          </View>
        )}
        {shop.hours.length > 0 && (
          <Tap id="shop-hours" className="shop-row" onTap={() => setAllHours(!allHours)}>
            <Icon name="clock" />
            <View className="grow">{ranges.length ? openTitle(ranges.join(', ')) : t.closedToday}</View>
            <View className={allHours ? 'shop-row-open' : ''}>
              <Icon name="down" size={16} />
            </View>
          </Tap>
        )}
        {allHours && (
          <View className="shop-hours">
            {shop.hours.map(({ days, ranges: open, varies }) => (
              <View key={days.join()} className="line">
                <View className="line-label">{weekdaysTitle(days, locale)}</View>
                <View className="line-value figure">
                  {open.length ? `${open.join(', ')}${varies ? ` ${t.hoursVary}` : ''}` : t.closed}
                </View>
              </View>
            ))}
          </View>
        )}
        {address && (
          <Tap
            id="shop-address"
            className="shop-row"
            label={location ? undefined : `${say(address)}, ${t.copyAddress}`}
            onTap={() => openPlace({ location, name: say(profile.name), address: say(address) })}
          >
            <Icon name="pin" />
            <View className="grow">{say(address)}</View>
            {location && <View className="shop-map">{t.map}</View>}
            <Icon name="forward" size={16} />
          </Tap>
        )}
        {profile.phone && (
          <Tap
            id="shop-phone"
            className="shop-row"
            label={`${profile.phone}, ${t.call}`}
            onTap={() => callShop(profile.phone)}
          >
            <Icon name="phone" />
            <View className="grow figure">{profile.phone}</View>
            <Icon name="forward" size={16} />
          </Tap>
        )}
      </View>
      {shop.simulated && (
        <View id="simulated" className="simulated">
          {t.simulated}
        </View>
      )}
    </View>
  )
}
