import Taro from '@tarojs/taro'
import { now } from '@/api/clock'
import { download } from '@/download'
import { icsOf } from '@/format/ics'
import type { CalendarEntry } from '@/format/ics'
import { messages, useTranslation } from '@/i18n'
import { serviceIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'
import { Action } from '../action'
import { calendarEntryOf } from './calendar-entry'

const WEEK_S = 7 * 86_400
const seconds = (instant: string): number => Math.round(Date.parse(instant) / 1000)

/** Weekly, from the first to the last, without a gap: then one entry that repeats says it all. */
const isWeekly = (times: CalendarEntry['times']): boolean =>
  times.length > 1 &&
  times.every(({ start }, at) => at === 0 || seconds(start) - seconds(times[at - 1]?.start ?? start) === WEEK_S)

/** The phone's own calendar, which the platform asks the customer about. */
const addToPhone = async ({ title, place, note, times }: CalendarEntry): Promise<void> => {
  const [first] = times
  const last = times[times.length - 1]
  if (!first || !last) return
  const entry = {
    title,
    startTime: seconds(first.start),
    endTime: String(seconds(first.end)),
    ...(place ? { location: place } : {}),
    ...(note ? { description: note } : {}),
  }
  try {
    if (isWeekly(times))
      await Taro.addPhoneRepeatCalendar({ ...entry, repeatInterval: 'week', repeatEndTime: seconds(last.end) })
    else await Taro.addPhoneCalendar(entry)
    void Taro.showToast({ icon: 'success', title: messages().calendarAdded })
  } catch (reason) {
    // Declined by the customer: nothing to say. Anything else is the phone's.
    const text = String((reason as { errMsg?: string } | null)?.errMsg ?? '')
    if (!/cancel|auth deny|authorize/i.test(text))
      void Taro.showToast({ icon: 'none', title: messages().calendarUnavailable })
  }
}

/** Puts the booking into the customer's calendar: the phone's in WeChat, a file for any calendar in a browser. */
export const AddToCalendar = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const translation = useTranslation()
  const entry = calendarEntryOf(order, shop, serviceIn(shop, order.selection.service), translation)
  if (!entry || (process.env.TARO_ENV !== 'h5' && process.env.TARO_ENV !== 'weapp')) return null
  const add = () =>
    process.env.TARO_ENV === 'h5'
      ? download(icsOf(entry, now()), `${order.number}.ics`, 'text/calendar')
      : addToPhone(entry)
  return (
    <Action id="add-to-calendar" kind="quiet" small onTap={add}>
      {translation.t.addToCalendar}
    </Action>
  )
}
