import type { BookingState } from './server/shapes.ts'
import { useWords } from './words.ts'

/** A booking's state, in words and colour. */
export function BookingStateTag({ state, testId }: { readonly state: BookingState; readonly testId?: string }) {
  const { t } = useWords()
  return (
    <span className={`state state-${state}`} data-testid={testId} data-state={state}>
      {t(`booking.${state}`)}
    </span>
  )
}
