/** What a number can hold without losing a unit, with room for doubling. */
const SAFE = 2 ** 51

/**
 * `amount × part / whole`, rounded once, half away from zero, without leaving the integers.
 * @param amount fen, of either sign
 * @param part whole number, not negative
 * @param whole whole number above zero
 */
export function share(amount: number, part: number, whole: number): number {
  if (part === whole) return amount
  const product = Math.abs(amount) * part
  if (product > SAFE) {
    const exact = BigInt(Math.abs(amount)) * BigInt(part)
    const size = Number((exact * 2n + BigInt(whole)) / (BigInt(whole) * 2n))
    return amount < 0 ? -size : size
  }
  const rest = product % whole
  const size = (product - rest) / whole + (rest * 2 >= whole ? 1 : 0)
  return amount < 0 && size > 0 ? -size : size
}
