import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** A number from `min` to `max`, whole where `integer` says so. */
export const number: FieldKind = {
  kind: 'number',
  asks: true,
  check: (answer, { min, max, integer }) => {
    if (typeof answer !== 'number' || !isFinite(answer)) return wrongType('数字', 'a number')
    if (integer === true && Math.floor(answer) !== answer)
      return fault('NOT_INTEGER', '要填整数', 'Must be a whole number')
    if (min !== undefined && answer < min) return fault('TOO_SMALL', `不能小于 ${min}`, `Must be at least ${min}`)
    if (max !== undefined && answer > max) return fault('TOO_LARGE', `不能大于 ${max}`, `Must be at most ${max}`)
    return kept(answer)
  },
}
