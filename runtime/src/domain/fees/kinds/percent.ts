import { portion } from '../../money.ts'
import type { FeeKind } from '../fee-kind.ts'

/** `percent`: `rate` (basis points) of the sum of the phases in `of`, rounded half up to a fen once. */
export const percent: FeeKind<'percent'> = {
  kind: 'percent',
  amount: ({ rate, of }, sums) => {
    let base = 0
    for (const phase of of) base += sums[phase]
    return portion(base, rate)
  },
}
