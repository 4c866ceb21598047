import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** Stars there are where the field does not say. */
export const STARS = 5

/** Stars from 1 to `max`. */
export const rating: FieldKind = {
  kind: 'rating',
  asks: true,
  check: (answer, { max = STARS }) => {
    if (typeof answer !== 'number') return wrongType('星数', 'a number of stars')
    return Math.floor(answer) === answer && answer >= 1 && answer <= max
      ? kept(answer)
      : fault('BAD_RATING', `要在 1 到 ${max} 之间`, `Must be from 1 to ${max}`)
  },
}
