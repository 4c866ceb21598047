import type { Quote, QuoteLine } from '../booking.ts'
import { portion } from '../money.ts'

/** A part of an order, by the indexes of its lines or of its places. */
export type Part = { readonly lines: readonly number[] } | { readonly places: readonly number[] }

/** What one line asks of one place, or of the order as a whole. */
interface Atom {
  readonly line: number
  /** Null: the order as a whole. */
  readonly place: number | null
  readonly segment: number | undefined
  amount: number
}

/**
 * `amount` shared in proportion to the weights (none below 0), in integers that sum to it: the remainders go to those cut most.
 * Without any weight the first bears all.
 */
function shared(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, index) => (index === 0 ? amount : 0))
  const sign = amount < 0 ? -1 : 1
  const parts = weights.map((weight, index) => {
    const product = BigInt(Math.abs(amount)) * BigInt(weight)
    return { index, share: Number(product / BigInt(whole)), rest: Number(product % BigInt(whole)) }
  })
  let open = Math.abs(amount) - parts.reduce((sum, { share }) => sum + share, 0)
  for (const part of parts.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (open === 0) break
    part.share += 1
    open -= 1
  }
  return parts.map(({ share }) => sign * share)
}

const concerns = ({ places, segment }: QuoteLine, atom: Atom): boolean =>
  (!places || (atom.place !== null && places.includes(atom.place))) &&
  (segment === undefined || segment === atom.segment)

/** The price taken apart: what is taken off, or rounded, is borne in proportion by the lines it was taken off. */
function atomsOf({ lines }: Pick<Quote, 'lines'>): readonly Atom[] {
  const atoms: Atom[] = []
  const isAsked = ({ amount, phase }: QuoteLine): boolean => amount > 0 && phase !== 'rounding'
  for (const [index, line] of lines.entries()) {
    if (!isAsked(line)) continue
    const places = line.places && line.places.length > 0 ? line.places : [null]
    const amounts = shared(
      line.amount,
      places.map(() => 1),
    )
    for (const [at, place] of places.entries())
      atoms.push({ line: index, place, segment: line.segment, amount: amounts[at] ?? 0 })
  }
  for (const line of lines) {
    if (isAsked(line) || line.amount === 0) continue
    const named = atoms.filter((atom) => atom.amount > 0 && concerns(line, atom))
    const bearers = named.length > 0 ? named : atoms.filter(({ amount }) => amount > 0)
    const amounts = shared(
      line.amount,
      bearers.map(({ amount }) => amount),
    )
    for (const [at, bearer] of bearers.entries()) bearer.amount = Math.max(0, bearer.amount + (amounts[at] ?? 0))
  }
  return atoms
}

/**
 * The part of `amount` that these lines or places bear, in fen. Parts that share nothing never bear more than `amount` together;
 * what was bought for the order as a whole belongs to no place.
 * @param gone places that bear nothing of it any more, having been given up before
 */
export function shareOf(quote: Pick<Quote, 'lines'>, part: Part, amount: number, gone: readonly number[] = []): number {
  const atoms = atomsOf(quote).filter(({ place }) => place === null || !gone.includes(place))
  const amounts = shared(
    amount,
    atoms.map((atom) => atom.amount),
  )
  const belongs = ({ line, place }: Atom): boolean =>
    'lines' in part ? part.lines.includes(line) : place !== null && part.places.includes(place)
  return atoms.reduce((sum, atom, index) => (belongs(atom) ? sum + (amounts[index] ?? 0) : sum), 0)
}

/**
 * What comes back when only these lines or places are cancelled or refunded, in fen.
 * @param paid all that was captured for the price of the places that are not gone, whatever else was given back since
 * @param rate basis points, up to 10000
 */
export const lineRefund = (
  quote: Pick<Quote, 'lines'>,
  part: Part,
  paid: number,
  rate: number,
  gone: readonly number[] = [],
): number => portion(shareOf(quote, part, paid, gone), rate)
