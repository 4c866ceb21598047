import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { fetchQuote } from '@/api/calls'
import type { Answers, Ordering } from '@/api/calls'
import { codeOf, sentenceOf } from '@/api/errors'
import { filledIn } from '@/booking/answers'
import { changeDraft, saveDraft, selectionOf } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import type { PublicShop, Quote } from '@/kaidian/booking'

/** What is sent with the price and with the order: the form, and how the customer wants to pay. */
export const orderingOf = (shop: PublicShop, draft: Draft): Ordering & { readonly answers: Answers } => ({
  ...filledIn(shop, draft),
  ...(draft.coupon ? { coupon: draft.coupon } : {}),
  ...(draft.plan ? { plan: draft.plan } : {}),
  ...(draft.entitlements.length > 0 ? { entitlements: draft.entitlements } : {}),
})

export const isAboutCoupon = (code: string): boolean => code.startsWith('COUPON_')
export const isAboutPasses = (code: string): boolean => code.includes('ENTITLEMENT')

/** The order was made although its answer was lost: it is among the customer's orders, whatever was chosen since. */
const seeOrders = async (sentence: string): Promise<void> => {
  saveDraft(null)
  await Taro.switchTab({ url: '/pages/orders/index' })
  void Taro.showToast({ icon: 'none', title: sentence })
}

interface Price {
  /** The latest that is known; null while nothing is. */
  readonly quote: Quote | null
  readonly asking: boolean
  /** What the server said to the coupon that was tried last. */
  readonly couponFault: string | null
  readonly failure: string | null
  readonly askAgain: () => void
  readonly forgetCouponFault: () => void
  readonly refuseCoupon: (sentence: string) => void
}

/**
 * The price of what is held, with the form, the coupon, the plan and the passes. A coupon, plan or pass that is refused is taken
 * out again; everything else stays as it was filled in.
 */
export const usePrice = (shop: PublicShop | null, draft: Draft | null): Price => {
  const [known, setKnown] = useState<Quote | null>(null)
  const [asking, setAsking] = useState(false)
  const [couponFault, setCouponFault] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [round, setRound] = useState(0)

  const selection = draft && selectionOf(draft)
  const what = draft?.hold ? { hold: draft.hold.id } : draft?.waitlist && selection ? { selection } : null
  const asked = shop && draft && what ? { ...what, ...orderingOf(shop, draft) } : null
  const key = asked && JSON.stringify(asked)

  const refuseCoupon = (sentence: string) => {
    setCouponFault(sentence)
    changeDraft({ coupon: null })
  }

  useEffect(() => {
    if (!asked) return
    let current = true
    setAsking(true)
    fetchQuote(asked).then(
      (quote) => {
        if (!current) return
        setAsking(false)
        setFailure(null)
        setKnown(quote)
      },
      (error: unknown) => {
        if (!current) return
        setAsking(false)
        const code = codeOf(error)
        if (isAboutCoupon(code)) return refuseCoupon(sentenceOf(error))
        if (isAboutPasses(code)) {
          void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
          return changeDraft({ entitlements: [] })
        }
        if (code === 'UNKNOWN_PLAN') return changeDraft({ plan: null })
        if (code === 'HOLD_ORDERED') return void seeOrders(sentenceOf(error))
        // A hold that is over says so itself; somebody in a line sees the price when it is their turn.
        setFailure(code === 'HOLD_EXPIRED' || draft?.waitlist ? null : sentenceOf(error))
      },
    )
    return () => {
      current = false
    }
  }, [key, round])

  return {
    quote: known ?? draft?.hold?.quote ?? null,
    asking,
    couponFault,
    failure,
    askAgain: () => setRound((each) => each + 1),
    forgetCouponFault: () => setCouponFault(null),
    refuseCoupon,
  }
}
