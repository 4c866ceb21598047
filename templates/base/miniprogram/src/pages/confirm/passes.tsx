import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fetchEntitlements, fetchQuote } from '@/api/calls'
import { now } from '@/api/clock'
import { changeDraft } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import { farDayTitle, wallOf } from '@/format/date'
import { yuan } from '@/format/money'
import { Tick } from '@/components/tick'
import { useTranslation } from '@/i18n'
import type { EntitlementView, PublicShop, Quote } from '@/kaidian/booking'
import { orderingOf } from './use-price'

/** So many of a customer's passes are tried; nobody holds more that are good for the same thing. */
const MOST = 8

/** Those of the customer's own that would take something off this order: only the server knows, so each is tried. */
const usable = async (shop: PublicShop, draft: Draft): Promise<readonly EntitlementView[]> => {
  const hold = draft.hold?.id
  if (!hold) return []
  const isOpen = ({ kind, left, expiresAt }: EntitlementView): boolean =>
    kind !== 'membership' && (left ?? 0) > 0 && (expiresAt === null || Date.parse(expiresAt) > now().getTime())
  const mine = (await fetchEntitlements()).entitlements.filter(isOpen).slice(0, MOST)
  const tried = await Promise.all(
    mine.map((one) =>
      fetchQuote({ hold, ...orderingOf(shop, { ...draft, coupon: null, entitlements: [one.id] }) }).then(
        ({ uses }) => uses.some(({ entitlement }) => entitlement === one.id),
        () => false,
      ),
    ),
  )
  return mine.filter((_, at) => tried[at])
}

interface PassesProps {
  readonly shop: PublicShop
  readonly draft: Draft
  readonly quote: Quote
}

/** The customer's passes and stored value that can be used here; none is taken without being ticked. */
export const Passes = ({ shop, draft, quote }: PassesProps) => {
  const { t, say, locale } = useTranslation()
  const [passes, setPasses] = useState<readonly EntitlementView[]>([])
  // A shop of two members and no passes has none to ask about.
  const sells = shop.entitlements.some(({ kind }) => kind !== 'membership')
  useEffect(() => {
    if (sells) void usable(shop, draft).then(setPasses, () => undefined)
  }, [sells, draft.hold?.id])
  if (passes.length === 0) return null

  const toggle = (id: string, ticked: boolean) =>
    changeDraft({
      entitlements: ticked ? [...draft.entitlements, id] : draft.entitlements.filter((each) => each !== id),
    })
  const dayOf = (instant: string): string =>
    farDayTitle(wallOf(new Date(instant), shop.zone).day, wallOf(now(), shop.zone).day, locale)
  const leftOf = ({ kind, left, expiresAt }: EntitlementView): string =>
    [
      kind === 'pass' ? t.usesLeft(left ?? 0) : t.valueLeft(yuan(left ?? 0)),
      expiresAt ? t.goodUntil(dayOf(expiresAt)) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <View className="card">
      <View className="card-title">{t.usePasses}</View>
      {passes.map((pass) => {
        const use = quote.uses.find(({ entitlement }) => entitlement === pass.id)
        return (
          <Tick
            key={pass.id}
            id={`pass-${pass.id}`}
            ticked={draft.entitlements.includes(pass.id)}
            label={say(pass.title)}
            onChange={(ticked) => toggle(pass.id, ticked)}
          >
            <View className="pass-title">{say(pass.title)}</View>
            <View className="soft figure">{leftOf(pass)}</View>
            {use && <View className="pass-use figure">{t.passTakesOff(yuan(use.amount))}</View>}
          </Tick>
        )
      })}
    </View>
  )
}
