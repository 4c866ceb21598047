import { portion } from '../domain/index.ts'
import { isDuplicate, type Collections } from './collections.ts'

export type EntitlementKind = 'pass' | 'membership' | 'storedValue'

/** One movement, written once. */
export interface EntitlementEntry {
  readonly id: string
  readonly kind: 'grant' | 'use' | 'return' | 'expire' | 'adjust'
  /** Signed: what it adds to what is left. */
  readonly units: number
  readonly order: string | null
  readonly at: Date
}

/**
 * What a customer holds: a pass, a membership or stored value. `left` is the sum of the entries, which are only ever added
 * to; both change in one update, guarded by `left` and by the id of the entry.
 */
export interface EntitlementDocument {
  /** `shop/id` */
  readonly _id: string
  readonly shop: string
  /** null: the customer has been erased. */
  readonly customer: string | null
  readonly product: string
  readonly kind: EntitlementKind
  /** Uses of a pass, fen of stored value; of a membership 1. */
  readonly left: number
  /** null: for good */
  readonly expiresAt: Date | null
  /** As `expiresAt`, as long as something is left to expire. */
  readonly endsAt: Date | null
  readonly entries: readonly EntitlementEntry[]
  readonly createdAt: Date
}

export type HeldEntitlement = Omit<EntitlementDocument, '_id' | 'shop' | 'endsAt'> & { readonly id: string }

export interface Grant {
  /** Of the entitlement and of its first entry: the same id again grants nothing. */
  readonly id: string
  readonly order: string | null
  readonly now: Date
  readonly expiresAt: Date | null
}

/** What customers hold. Every write may be repeated: an entry is known by its id. */
export interface Entitlements {
  /** @returns what is held under that id, whether it was granted just now or before */
  grant(customer: string, product: string, kind: EntitlementKind, units: number, grant: Grant): Promise<HeldEntitlement>
  /**
   * Takes units off. Repeated with the same entry it takes nothing more, unless what it took was given back since.
   * False: not the customer's, too little left, or expired.
   */
  use(id: string, customer: string, units: number, entry: string, order: string, now: Date): Promise<boolean>
  /**
   * Gives back `rate` basis points of what an order has used, rounded half up to a whole unit for each use, once for each.
   * @returns units given back by this call
   */
  giveBack(order: string, rate: number, now: Date): Promise<number>
  /** Takes away what is left of all that an order granted; it can no longer be used. */
  revoke(order: string, now: Date): Promise<void>
  /** Adds or, with negative units, takes off by hand. False: not the customer's, or less than nothing would be left. */
  adjust(id: string, customer: string, units: number, entry: string, now: Date): Promise<boolean>
  find(id: string): Promise<HeldEntitlement | undefined>
  /** What has not expired at `now`, used up or not; the oldest first. All there ever was when `now` is left out. */
  ofCustomer(customer: string, now?: Date): Promise<HeldEntitlement[]>
  /** Product of the customer's membership at `now`; of several that which was granted last. */
  membershipOf(customer: string, now: Date): Promise<string | null>
  /** Notes on what has expired that nothing of it is left. @returns how many */
  expire(now: Date, limit: number): Promise<number>
  /** Every one. */
  all(): AsyncIterable<HeldEntitlement>
  /** Keeps the ledger without saying whose it was. */
  erase(customer: string): Promise<void>
}

const RETURN = 'return/'
const isLive = ({ expiresAt }: Pick<EntitlementDocument, 'expiresAt'>, now: Date): boolean =>
  expiresAt === null || expiresAt > now

const read = ({ _id, shop, endsAt: _endsAt, ...rest }: EntitlementDocument): HeldEntitlement => ({
  id: _id.slice(shop.length + 1),
  ...rest,
})

const whole = (units: number): number => {
  if (!Number.isSafeInteger(units)) throw new Error(`Units cannot be ${units}.`)
  return units
}

export function entitlementsOf({ entitlements }: Collections, shop: string): Entitlements {
  const keyOf = (id: string) => `${shop}/${id}`

  /** Adds an entry where `also` holds. False: it does not, or the entry is there. */
  async function add(id: string, entry: EntitlementEntry, also: Record<string, unknown> = {}): Promise<boolean> {
    const { matchedCount } = await entitlements.updateOne(
      { ...also, _id: keyOf(id), 'entries.id': { $ne: entry.id } },
      { $inc: { left: entry.units }, $push: { entries: entry } },
    )
    return matchedCount === 1
  }

  const find = async (id: string) => {
    const stored = await entitlements.findOne({ _id: keyOf(id) })
    return stored ? read(stored) : undefined
  }

  return {
    find,

    async grant(customer, product, kind, units, { id, order, now, expiresAt }) {
      const entry: EntitlementEntry = { id, kind: 'grant', units: whole(units), order, at: now }
      const made: EntitlementDocument = {
        _id: keyOf(id),
        shop,
        customer,
        product,
        kind,
        left: units,
        expiresAt,
        endsAt: expiresAt,
        entries: [entry],
        createdAt: now,
      }
      try {
        await entitlements.insertOne(made)
        return read(made)
      } catch (error) {
        const there = isDuplicate(error) && (await find(id))
        if (there) return there
        throw error
      }
    },

    async use(id, customer, units, entry, order, now) {
      const enough = { customer, left: { $gte: whole(units) }, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] }
      for (let nth = 1; ;) {
        const name = nth === 1 ? entry : `${entry}#${nth}`
        if (await add(id, { id: name, kind: 'use', units: -units, order, at: now }, enough)) return true
        const held = await find(id)
        if (held?.customer !== customer) return false
        if (held.entries.some((one) => one.id === name)) {
          // What was given back is not used any more: the same use again is another entry.
          if (!held.entries.some((one) => one.id === RETURN + name)) return true
          nth += 1
        } else if (held.left < units || !isLive(held, now)) return false
      }
    },

    async giveBack(order, rate, now) {
      let sum = 0
      const held = await entitlements.find({ shop, 'entries.order': order }).toArray()
      for (const { id: of, entries } of held.map(read))
        for (const { id, kind, units, order: by } of entries) {
          if (kind !== 'use' || by !== order) continue
          const back = portion(-units, rate)
          const entry = { id: RETURN + id, kind: 'return' as const, units: back, order, at: now }
          if (back > 0 && (await add(of, entry))) sum += back
        }
      return sum
    },

    async revoke(order, now) {
      const granted = await entitlements.find({ shop, 'entries.order': order }).toArray()
      for (const { _id, entries } of granted) {
        if (!entries.some(({ kind, order: by }) => kind === 'grant' && by === order)) continue
        for (;;) {
          const held = await entitlements.findOne({ _id })
          const id = `revoke/${order}`
          if (!held || held.entries.some((one) => one.id === id)) break
          const entry = { id, kind: 'adjust', units: 0 - held.left, order, at: now } as const
          const { matchedCount } = await entitlements.updateOne(
            { _id, left: held.left, 'entries.id': { $ne: entry.id } },
            { $set: { left: 0, expiresAt: now, endsAt: null }, $push: { entries: entry } },
          )
          if (matchedCount === 1) break
        }
      }
    },

    async adjust(id, customer, units, entry, now) {
      const enough = { customer, left: { $gte: -whole(units) } }
      if (await add(id, { id: entry, kind: 'adjust', units, order: null, at: now }, enough)) return true
      const held = await find(id)
      return held?.customer === customer && held.entries.some((one) => one.id === entry)
    },

    async ofCustomer(customer, now) {
      const found = await entitlements.find({ shop, customer }).sort({ createdAt: 1 }).toArray()
      return found.filter((one) => !now || isLive(one, now)).map(read)
    },

    async membershipOf(customer, now) {
      const found = await entitlements.find({ shop, customer }).sort({ createdAt: 1 }).toArray()
      return found.findLast((one) => one.kind === 'membership' && one.left > 0 && isLive(one, now))?.product ?? null
    },

    async expire(now, limit) {
      const over = await entitlements
        .find({ shop, endsAt: { $lte: now } })
        .limit(limit)
        .toArray()
      let count = 0
      for (const { _id, left, entries } of over) {
        const id = `expire/${entries.length}`
        const entry: EntitlementEntry = { id, kind: 'expire', units: 0 - left, order: null, at: now }
        const { matchedCount } = await entitlements.updateOne(
          { _id, left, 'entries.id': { $ne: id } },
          { $set: { left: 0, endsAt: null }, ...(left > 0 && { $push: { entries: entry } }) },
        )
        count += matchedCount
      }
      return count
    },

    async *all() {
      for await (const stored of entitlements.find({ shop }).sort({ customer: 1, createdAt: 1 })) yield read(stored)
    },

    async erase(customer) {
      await entitlements.updateMany({ shop, customer }, { $set: { customer: null } })
    },
  }
}
