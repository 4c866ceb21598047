import { View } from '@tarojs/components'
import { dayTitle, wallOf } from '@/format/date'
import { yuanAligned } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { Instalment } from '@/kaidian/booking'
import './payment-plan.css'

interface PaymentPlanProps {
  readonly schedule: readonly Instalment[]
  readonly zone: string
  /** Paid in the app so far, in fen; null while the order is not made. */
  readonly captured?: number | null
}

/** Which of the payments in the app are covered by what was captured, in their order. */
const coveredBy = (schedule: readonly Instalment[], captured: number): readonly boolean[] => {
  let left = captured
  return schedule.map(({ amount, where }) => {
    if (where !== 'app' || amount > left) return false
    left -= amount
    return true
  })
}

/** Every payment with its amount, when it is due and where; nothing where there is only the one of now. */
export const PaymentPlan = ({ schedule, zone, captured = null }: PaymentPlanProps) => {
  const { t, locale } = useTranslation()
  const [only] = schedule
  if (!only || (schedule.length === 1 && only.due === null && only.where === 'app')) return null
  const covered = coveredBy(schedule, captured ?? 0)
  const when = ({ due, where }: Instalment): string => {
    if (due === null) return where === 'onSite' ? t.payOnSite : t.payNow
    const { day, time } = wallOf(new Date(due), zone)
    return t.payBy(`${dayTitle(day, locale)} ${time}`)
  }
  return (
    <View id="payment-plan" className="plan">
      {schedule.map((payment, at) => (
        <View key={at} className={`plan-row ${covered[at] ? 'plan-row-paid' : ''}`}>
          <View className="plan-mark figure">{at + 1}</View>
          <View className="grow">
            <View className="plan-when figure">{when(payment)}</View>
            <View className="soft">
              {covered[at] ? t.paid : payment.where === 'onSite' ? t.whereOnSite : t.whereApp}
            </View>
          </View>
          <View id={`payment-${at}`} className="plan-amount figure">
            {yuanAligned(payment.amount)}
          </View>
        </View>
      ))}
    </View>
  )
}
