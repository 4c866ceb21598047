import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { secondsUntil } from '@/api/clock'
import { whenOf } from '@/booking/chosen'
import { saveDraft, useDraft } from '@/booking/draft'
import { releaseDraftHold } from '@/booking/hold'
import { Action } from '@/components/action'
import { wallOf, whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import { serviceIn } from '@/shop/store'
import type { PublicShop } from '@/kaidian/booking'

/** Whether `instant` is still to come. It looks each minute rather than each second: this page lies behind all others. */
const useIsAhead = (instant: string | undefined): boolean => {
  const [looks, setLooks] = useState(0)
  const seconds = instant ? secondsUntil(instant) : 0
  useEffect(() => {
    if (seconds === 0) return
    const timer = setTimeout(() => setLooks(looks + 1), Math.min(seconds, 60) * 1000)
    return () => clearTimeout(timer)
  }, [instant, looks])
  return seconds > 0
}

/** A booking that was begun and left, by a call or a closed app, while its time is still held. */
export const Unfinished = ({ shop }: { readonly shop: PublicShop }) => {
  const { t, say, locale } = useTranslation()
  const draft = useDraft()
  const until = draft?.hold?.expiresAt
  const isHeld = useIsAhead(until)
  const service = draft ? serviceIn(shop, draft.service) : undefined
  if (!draft || !until || !isHeld || !service) return null
  const when = whenOf(shop, service, draft)
  const giveUp = async () => {
    await releaseDraftHold()
    saveDraft(null)
  }
  return (
    <View id="unfinished" className="card">
      <View className="soft">{t.unfinished(wallOf(new Date(until), shop.zone).time)}</View>
      <View className="unfinished-what">
        {[say(service.title), when?.day ? whenTitle(when, locale) : ''].filter(Boolean).join(' · ')}
      </View>
      <View className="unfinished-ways">
        <Action id="unfinished-drop" kind="plain" small onTap={giveUp}>
          {t.unfinishedDrop}
        </Action>
        <Action id="unfinished-go-on" small onTap={() => Taro.navigateTo({ url: '/pages/form/index' })}>
          {t.unfinishedGoOn}
        </Action>
      </View>
    </View>
  )
}
