import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { backTo } from '@/back'
import { bookingFaults } from '@/booking/answers'
import { chosenIn } from '@/booking/chosen'
import { isChosen, useDraft } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import { holdDraft, useSecondsUntil } from '@/booking/hold'
import { Action } from '@/components/action'
import { HoldBar } from '@/components/hold-bar'
import { HoldOver } from '@/components/hold-over'
import { approvalOf } from '@/components/order/approval'
import { PaymentPlan } from '@/components/order/payment-plan'
import { namesOf } from '@/components/order/people'
import { QuoteLines, isAllOnSite, isFree } from '@/components/quote-lines'
import { Screen } from '@/components/screen'
import { Empty, Skeleton } from '@/components/states'
import { Terms } from '@/components/terms'
import { WordLink } from '@/components/word-link'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { serviceIn, useShop } from '@/shop/store'
import type { PublicService, PublicShop, Quote } from '@/kaidian/booking'
import { Accept } from '@/components/accept'
import { BookingSummary } from './booking-summary'
import { Coupon } from './coupon'
import { FilledIn } from './filled-in'
import { ListedCoupons } from './listed-coupons'
import { Passes } from './passes'
import { Plans } from './plans'
import { faultOf, useOrdering } from './use-ordering'
import { usePrice } from './use-price'
import './index.css'

/** Back to where the time, the session or the tickets are chosen; what was filled in stays with the draft. */
const chooseAgain = (service: string) => () =>
  backTo(['time', 'sessions', 'tickets', 'service'], `/pages/service/index?id=${service}`)

/** What is booked, for how much, under which rules; then the order and its payment, or a place in the line. */
const ConfirmPage = () => {
  const translation = useTranslation()
  const { t, say } = translation
  const { shop } = useShop()
  const draft = useDraft()
  const hold = draft?.hold ?? null
  const clock = useSecondsUntil(hold?.expiresAt)
  const [accepted, setAccepted] = useState(false)
  const price = usePrice(shop, draft)
  const ordering = useOrdering(price.refuseCoupon)
  const seconds = ordering.over ? 0 : clock

  const service = shop ? serviceIn(shop, draft?.service) : undefined
  const { quote } = price
  const isReady = shop !== null && isChosen(draft) && service !== undefined && (hold !== null || draft.waitlist)
  const approval = isReady ? approvalOf(service, chosenIn(draft).places) : 'none'

  const holdAgain = async () => {
    try {
      await holdDraft()
      ordering.setOver(false)
      ordering.setFault(null)
    } catch (error) {
      ordering.setFault({ ...faultOf(error), elsewhere: true })
    }
  }

  const submit = (of: PublicShop, chosen: Draft) => {
    if (!accepted) return ordering.setFault({ sentence: t.acceptFirst, elsewhere: false })
    return chosen.waitlist ? ordering.join(of, chosen) : ordering.order(of, chosen, quote)
  }

  const sum = (shown: Quote) => {
    const laterNote = isAllOnSite(shown) ? t.balance : t.later
    return (
      <View className="footer-sum">
        <View id="due-now" className={`footer-amount figure ${price.asking ? 'confirm-asking' : ''}`}>
          {isFree(shown) ? t.noCharge : yuan(shown.dueNow)}
        </View>
        <View className="footer-note figure">
          {shown.balance > 0
            ? `${laterNote} ${yuan(shown.balance)}`
            : approval === 'beforePayment'
              ? t.dueOnceApproved
              : isFree(shown)
                ? ''
                : t.dueNow}
        </View>
      </View>
    )
  }

  const submitWords = (shown: Quote | null, { waitlist }: Draft): string => {
    if (waitlist) return t.joinLine
    if (approval === 'beforePayment') return t.apply
    if (shown && shown.dueNow > 0) return t.pay(yuan(shown.dueNow))
    return service?.mode === 'appointment' ? t.bookFree : t.signUpFree
  }

  const footer = (of: PublicShop) =>
    isReady &&
    (quote !== null || draft.waitlist) &&
    !ordering.done && (
      <View className="confirm-footer">
        <Accept
          accepted={accepted}
          faulty={ordering.fault?.sentence === t.acceptFirst}
          onChange={(next) => {
            setAccepted(next)
            ordering.setFault(null)
          }}
        />
        {ordering.fault && (
          <View id="confirm-fault" className="confirm-fault">
            <Text>{ordering.fault.sentence}</Text>
            {ordering.fault.elsewhere && service && (
              <View className="confirm-fault-next">
                <WordLink id="choose-again" onTap={chooseAgain(service.id)}>
                  {t.chooseAgain}
                </WordLink>
              </View>
            )}
          </View>
        )}
        <View className="confirm-pay">
          {quote && !draft.waitlist ? sum(quote) : <View className="footer-sum soft">{t.joinLineHint}</View>}
          <Action
            id="pay"
            busy={ordering.busy}
            disabled={!draft.waitlist && (seconds === 0 || price.asking)}
            onTap={() => submit(of, draft)}
          >
            {submitWords(quote, draft)}
          </Action>
        </View>
      </View>
    )

  const priced = (of: PublicShop, chosen: Draft, ofService: PublicService, shown: Quote) => {
    const selection = chosenIn(chosen)
    const segments = [ofService.title, ...chosen.then.map((one) => serviceIn(of, one.service)?.title ?? null)]
    return (
      <View className="card">
        <View className="card-title">{t.priceDetail}</View>
        <View className={price.asking ? 'confirm-asking' : ''}>
          <QuoteLines
            quote={shown}
            names={namesOf(of, ofService, selection.places.length, chosen, t.personNumber)}
            segments={segments.map((title) => say(title))}
          />
        </View>
        <PaymentPlan schedule={shown.schedule} zone={of.zone} />
        {price.failure && <View className="coupon-fault">{price.failure}</View>}
      </View>
    )
  }

  const content = (of: PublicShop) => {
    if (ordering.done) return <Skeleton heights={[180, 200]} />
    if (!isReady || bookingFaults(of, draft).length > 0)
      return (
        <Empty title={t.nothingToConfirm} hint={t.nothingToConfirmHint}>
          <Action kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
            {t.backHome}
          </Action>
        </Empty>
      )
    return (
      <>
        {!draft.waitlist && seconds !== null && seconds > 0 && <HoldBar seconds={seconds} />}
        {!draft.waitlist && seconds === 0 && <HoldOver onHoldAgain={holdAgain} />}
        {draft.waitlist && <View className="confirm-note">{t.joinLineNote}</View>}
        {approval !== 'none' && (
          <View id="approval-note" className="confirm-note">
            {approval === 'beforePayment' ? t.approvalBefore : t.approvalAfter}
          </View>
        )}
        <BookingSummary shop={of} service={service} draft={draft} />
        {FEATURES.plans && quote && !draft.waitlist && <Plans service={service} plan={quote.plan} />}
        {FEATURES.coupons && quote && !draft.waitlist && service.coupons && (
          <View className="card">
            <View className="card-title">{t.coupon}</View>
            <Coupon
              applied={quote.coupon && draft.coupon ? quote.coupon : null}
              asking={price.asking}
              fault={price.couponFault}
              onType={price.forgetCouponFault}
              asked={draft.coupon}
              onAgain={price.askAgain}
            />
            {FEATURES.listedCoupons && !draft.coupon && (
              <ListedCoupons shop={of} service={service} asking={price.asking} />
            )}
          </View>
        )}
        {FEATURES.entitlements && quote && hold && <Passes shop={of} draft={draft} quote={quote} />}
        {quote && !isFree(quote) && priced(of, draft, service, quote)}
        <FilledIn shop={of} draft={draft} />
        <Terms service={service} />
      </>
    )
  }

  return (
    <Screen
      id="confirm"
      title={service && service.mode !== 'appointment' ? t.confirmSignUpTitle : t.confirmTitle}
      skeleton={[40, 180, 200]}
      footer={footer}
    >
      {content}
    </Screen>
  )
}

export default ConfirmPage
