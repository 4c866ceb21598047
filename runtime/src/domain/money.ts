/** Money: integers of fen, and one way of rounding. The mini-program is given a copy of this file. */

/** One hundred percent in basis points. */
const WHOLE = 10000

const halfAwayFromZero = (value: number): number => (value < 0 ? -Math.round(-value) : Math.round(value))

/**
 * `rate` (basis points) of `amount` (fen), rounded once, half away from zero. Whole ten-thousands are taken apart first, so
 * that no product leaves the integers a number can hold.
 */
export function portion(amount: number, rate: number): number {
  const rest = amount % WHOLE
  return ((amount - rest) / WHOLE) * rate + halfAwayFromZero((rest * rate) / WHOLE)
}

/** 8800 → `¥88.00`, −2000 → `-¥20.00` in every language; by hand, since a mini-program may lack the formatter of browsers. */
export function formatFen(fen: number): string {
  const cents = Math.abs(fen)
  const rest = cents % 100
  return `${fen < 0 ? '-' : ''}¥${(cents - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`
}
