import { type FeeKind, line } from '../fee-kind.ts'
import { share } from '../share.ts'

/**
 * `perDuration`: `amount` (fen) for each stretch of `minutes` beyond those `included`, for every person too where said. A part of a
 * stretch is charged by the minute (rounded half up once) or, where `part` is `begun`, as a whole.
 */
export const perDuration: FeeKind<'perDuration'> = {
  kind: 'perDuration',
  parts: ({ amount, minutes = 60, included = 0, perPerson = false, part = 'exact' }, { time, people }) => {
    const charged = Math.max(0, time.minutes - included)
    const persons = perPerson ? people : 1
    if (part === 'begun' || charged % minutes === 0) return line(Math.ceil(charged / minutes) * persons, amount)
    return line(persons, share(amount, charged, minutes))
  },
}
