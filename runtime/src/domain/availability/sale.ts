import type { Unavailability, Words } from '../booking.ts'
import { hasBegun, hasPassed, momentWords } from '../moments.ts'
import { Refusal } from '../refusals.ts'
import { both } from '../words.ts'

/** When something may be bought; null is open-ended. */
export interface SaleWindow {
  readonly opens: string | null
  readonly closes: string | null
}

/** Why something may not be bought now, and the moment from which it may, or until which it might. */
export interface NotOnSale {
  readonly reason: Extract<Unavailability, 'notOpen' | 'over'>
  readonly at: string
}

/** What stands against a sale that has to lie in all of these windows; null: nothing. */
export function notOnSale(windows: readonly SaleWindow[], now: Date, zone: string): NotOnSale | null {
  const passed = windows.flatMap(({ closes }) => (closes !== null && hasPassed(closes, now, zone) ? [closes] : []))
  const [closed] = passed.toSorted()
  if (closed !== undefined) return { reason: 'over', at: closed }
  const ahead = windows.flatMap(({ opens }) => (opens !== null && !hasBegun(opens, now, zone) ? [opens] : []))
  const opens = ahead.toSorted().at(-1)
  return opens === undefined ? null : { reason: 'notOpen', at: opens }
}

/** Of several that would do, none of which is on sale: the one that opens first, or else the one that closed last. */
export function nearestSale(closed: readonly NotOnSale[]): NotOnSale | null {
  const inOrder = closed.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return inOrder.find(({ reason }) => reason === 'notOpen') ?? inOrder.at(-1) ?? null
}

export const saleRefusal = ({ reason, at }: NotOnSale, field: string): Refusal =>
  new Refusal(reason === 'over' ? 'REGISTRATION_CLOSED' : 'NOT_OPEN_YET', {
    field,
    reason,
    values: { at: momentWords(at) },
  })

/** For a list: what is not on sale, and the moment. */
export function saleWords({ reason, at }: NotOnSale): Required<Words> {
  const moment = momentWords(at)
  return reason === 'over'
    ? both(`已于 ${moment['zh-CN']} 截止`, `It closed on ${moment.en}`)
    : both(`${moment['zh-CN']} 起开放`, `It opens on ${moment.en}`)
}

/**
 * Those of several variants that are on sale now.
 * @param policy window of the service's policy, which holds for each of them
 * @returns the variants, or what stands against the nearest of them
 */
export function onSale<T extends SaleWindow>(
  variants: readonly T[],
  policy: SaleWindow,
  now: Date,
  zone: string,
): { readonly open: readonly T[]; readonly closed: NotOnSale | null } {
  const checked = variants.map((variant) => ({ variant, against: notOnSale([policy, variant], now, zone) }))
  const open = checked.flatMap(({ variant, against }) => (against ? [] : [variant]))
  const closed = open.length > 0 ? null : nearestSale(checked.flatMap(({ against }) => (against ? [against] : [])))
  return { open, closed }
}
