import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { Messages } from '@/i18n'
import type { OrderView } from '@/kaidian/booking'
import './order.css'

type Tone = 'waiting' | 'good' | 'over'

const STATES: Readonly<Record<OrderView['state'], readonly [keyof Messages, Tone]>> = {
  pending: ['statePending', 'waiting'],
  awaiting_approval: ['stateAwaitingApproval', 'waiting'],
  confirmed: ['stateConfirmed', 'good'],
  completed: ['stateCompleted', 'over'],
  expired: ['stateExpired', 'over'],
  cancelled: ['stateCancelled', 'over'],
}

const stateOf = (order: OrderView): readonly [keyof Messages, Tone] => {
  if (order.booking === 'no_show') return ['noShow', 'over']
  return order.booking === 'checked_in' ? ['checkedIn', 'good'] : STATES[order.state]
}

/** The state of an order in a word. */
export const OrderState = ({ order }: { readonly order: OrderView }) => {
  const { t } = useTranslation()
  const [key, tone] = stateOf(order)
  return (
    <View id={`order-state-${order.id}`} className={`order-state order-state-${tone}`}>
      {t[key] as string}
    </View>
  )
}
