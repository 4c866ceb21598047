import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import type { PublicShop } from '@/kaidian/booking'
import { Action } from '../action'

/** The platform asks about at most so many templates at once. */
const MOST = 3

interface RemindMeProps {
  readonly shop: PublicShop
  /** What lies ahead: `order.confirmed`, `waitlist.offered`. */
  readonly events: readonly string[]
}

/** In WeChat: asks for messages about what lies ahead, at a tap, since one consent allows one message. */
export const RemindMe = ({ shop, events }: RemindMeProps) => {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  if (process.env.TARO_ENV !== 'weapp') return null
  const templates = shop.messages
    .filter((message) => message.events.some((event) => events.includes(event)))
    .map(({ template }) => template)
    .slice(0, MOST)
  if (templates.length === 0 || asked) return null
  const ask = async () => {
    // Declined, or switched off in the settings: it is not asked again here.
    const answer = await Taro.requestSubscribeMessage({ tmplIds: templates, entityIds: [] }).catch(() => null)
    setAsked(true)
    const accepted = answer && templates.some((id) => (answer as unknown as Record<string, string>)[id] === 'accept')
    if (accepted) void Taro.showToast({ icon: 'success', title: t.remindersOn })
  }
  return (
    <Action id="remind-me" kind="quiet" small onTap={ask}>
      {t.remindMe}
    </Action>
  )
}
