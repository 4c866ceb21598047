import { portion } from '../../money.ts'
import { type FeeKind, line, sumOf } from '../fee-kind.ts'
import { share } from '../share.ts'
import { minutesWithin } from '../windows.ts'

/**
 * `percent`: `rate` (basis points) of the sum of the phases in `of`, rounded half up to a fen once. With `during` only of the
 * share of the booked minutes that lies in these times of day.
 */
export const percent: FeeKind<'percent'> = {
  kind: 'percent',
  parts: ({ rate, of, during }, { sums, time }) => {
    const sum = sumOf(of, sums)
    if (!during) return line(1, portion(sum, rate))
    if (time.minutes === 0) return []
    return line(1, share(sum, rate * minutesWithin(during, time.pieces), 10_000 * time.minutes))
  },
}
