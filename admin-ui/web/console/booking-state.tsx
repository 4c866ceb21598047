import type { BookingState, OrderState } from './server/shapes.ts'
import { useWords } from './words.ts'

interface States {
  readonly state: OrderState
  readonly booking: BookingState
}

/** What an order is shown as: its booking's state; while it waits for the shop's yes, that. */
export const shownState = ({ state, booking }: States): BookingState | 'awaiting_approval' =>
  state === 'awaiting_approval' ? state : booking

/** An order's state, in words and colour. */
export function BookingStateTag({ order, testId }: { readonly order: States; readonly testId?: string }) {
  const { t } = useWords()
  const state = shownState(order)
  return (
    <span className={`state state-${state}`} data-testid={testId} data-state={state}>
      {t(`booking.${state}`)}
    </span>
  )
}
