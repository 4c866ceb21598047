import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { joinWaitlist, placeOrder } from '@/api/calls'
import { ApiError, codeOf, sentenceOf } from '@/api/errors'
import { backTo } from '@/back'
import { filledIn, showServerFaults } from '@/booking/answers'
import { changeDraft, saveDraft, selectionOf } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import { messages } from '@/i18n'
import { pay, requirePayable, showResult } from '@/payment'
import { signedIn } from '@/session/session'
import type { OrderView, PublicShop, Quote } from '@/kaidian/booking'
import { isAboutCoupon, isAboutPasses, orderingOf } from './use-price'

/** Refusals that another time, place or service gets round. */
const ELSEWHERE = [
  'SOLD_OUT',
  'LIMIT_REACHED',
  'WAITLIST_AHEAD',
  'REGISTRATION_CLOSED',
  'SLOT_TAKEN',
  'SLOT_UNAVAILABLE',
]

interface Fault {
  readonly sentence: string
  /** Whether choosing something else helps. */
  readonly elsewhere: boolean
}

interface OrderingState {
  readonly busy: boolean
  /** The order is made; the page only waits to be left. */
  readonly done: boolean
  readonly fault: Fault | null
  /** The server says that the hold is over, whatever the clock says. */
  readonly over: boolean
  readonly setFault: (fault: Fault | null) => void
  readonly setOver: (over: boolean) => void
  readonly order: (shop: PublicShop, draft: Draft, quote: Quote | null) => Promise<void>
  readonly join: (shop: PublicShop, draft: Draft) => Promise<void>
}

export const faultOf = (error: unknown): Fault => ({
  sentence: sentenceOf(error),
  elsewhere: ELSEWHERE.includes(codeOf(error)),
})

/** Faults of single answers, also where the refusal names just one field. */
const fieldsOf = (error: unknown) => {
  if (!(error instanceof ApiError)) return []
  return error.fields.length > 0 || !error.field ? error.fields : [{ field: error.field, message: error.message }]
}

/** Leads on from an order that was made: to its payment, or to what became of it. */
const goOn = async (placed: OrderView, shown: Quote | null): Promise<void> => {
  const seeOrder = () => Taro.redirectTo({ url: `/pages/order/index?id=${placed.id}` })
  if (placed.state !== 'pending') return showResult(placed.id)
  if (shown && placed.quote.dueNow !== shown.dueNow) {
    // Nobody pays another amount than the one they saw.
    void Taro.showToast({ icon: 'none', title: messages().priceChanged })
    await seeOrder()
    return
  }
  // The order stands even when the payment cannot be started; it can be paid from its own page.
  await pay(placed).catch(async (error: unknown) => {
    void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
    await seeOrder()
  })
}

/**
 * Makes the order, or joins the line, once, however often it is tapped. A refusal leads to the answer, the coupon or the pass it
 * is about; nothing that was filled in is lost. `refuseCoupon` shows the server's sentence at the code.
 */
export const useOrdering = (refuseCoupon: (sentence: string) => void): OrderingState => {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [over, setOver] = useState(false)
  const running = useRef(false)

  const refused = async (error: unknown): Promise<void> => {
    const code = codeOf(error)
    if (isAboutCoupon(code)) return refuseCoupon(sentenceOf(error))
    if (isAboutPasses(code)) changeDraft({ entitlements: [] })
    if (code === 'UNKNOWN_PLAN') changeDraft({ plan: null })
    if (code === 'HOLD_EXPIRED') return setOver(true)
    setFault(faultOf(error))
    if (!showServerFaults(fieldsOf(error))) return
    void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
    await backTo(['form'], '/pages/form/index')
  }

  const once = async (action: () => Promise<void>): Promise<void> => {
    if (running.current) return
    running.current = true
    setFault(null)
    try {
      if (!(await signedIn())) return
      setBusy(true)
      await action()
    } catch (error) {
      await refused(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return {
    busy,
    done,
    fault,
    over,
    setFault,
    setOver,
    order: (shop, draft, quote) =>
      once(async () => {
        if (!draft.hold) return
        // Where nobody can pay, no order is left behind that waits for it.
        if (quote && quote.dueNow > 0) requirePayable()
        const placed = await placeOrder(draft.hold.id, orderingOf(shop, draft))
        setDone(true)
        saveDraft(null)
        await goOn(placed, quote)
      }),
    join: (shop, draft) =>
      once(async () => {
        const selection = selectionOf(draft)
        if (!selection) return
        await joinWaitlist(selection, filledIn(shop, draft))
        setDone(true)
        saveDraft(null)
        await Taro.redirectTo({ url: '/pages/waitlist/index?joined=1' })
      }),
  }
}
