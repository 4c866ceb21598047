import type { Filter } from 'mongodb'
import { newId } from '../ids.ts'
import type { DataKeys } from '../keys.ts'
import { isDuplicate, type Collections } from './collections.ts'

export interface CustomerDocument {
  readonly _id: string
  readonly shop: string
  /** Sealed. */
  readonly openid: string | null
  /** Sealed. */
  readonly contact: string | null
  /** Blind indexes of the phone and of its last four digits. */
  readonly phone: string | null
  readonly phoneTail: string | null
  readonly membership: string | null
  /** Counts the orders made: whoever computes a price from the customer's history guards its order with it. */
  readonly orders: number
  /** The last of them, which may be just about to be stored. */
  readonly lastOrder: LastOrder | null
  readonly createdAt: Date
  readonly erasedAt: Date | null
}

export interface LastOrder {
  readonly id: string
  readonly at: Date
}

/** Who signs in with what: `_id` is `shop/openid/<blind index>` or `shop/phone/<blind index>`. */
export interface IdentityDocument {
  readonly _id: string
  readonly shop: string
  readonly customer: string
}

export interface Contact {
  readonly name: string | null
  readonly phone: string | null
}

export interface Customer extends Contact {
  readonly id: string
  readonly openid: string | null
  readonly membership: string | null
  readonly orders: number
  readonly lastOrder: LastOrder | null
  readonly createdAt: Date
  readonly erasedAt: Date | null
}

export type Identity = { readonly openid: string } | { readonly phone: string }

/** Customers of one shop. Name, phone and openid are sealed; look-ups go through blind indexes. */
export interface Customers {
  /** The customer of an identity, made at first sight. */
  signedIn(identity: Identity, now: Date): Promise<Customer>
  find(id: string): Promise<Customer | undefined>
  findSome(ids: readonly string[]): Promise<Map<string, Customer>>
  /** False: another order was counted since `customer` was read. */
  countOrder(customer: Customer, lastOrder: LastOrder): Promise<boolean>
  /** Keeps the latest name, and the phone where none is known, where `customer`, as it was read, has another. */
  rememberContact(customer: Customer, contact: Contact): Promise<void>
  /** False: there is no such customer. */
  setMembership(id: string, membership: string | null): Promise<boolean>
  /** By whole phone number, its last four digits, or everyone, the newest first. */
  search(q: string, limit: number): Promise<Customer[]>
  /** Removes what names the person; the orders stay with an anonymous customer. */
  erase(id: string, now: Date): Promise<void>
}

export const phoneIndex = (keys: DataKeys, shop: string, phone: string): string =>
  keys.blindIndex(`${shop}/phone`, phone)

export const phoneTailIndex = (keys: DataKeys, shop: string, tail: string): string =>
  keys.blindIndex(`${shop}/phone-tail`, tail)

export function customersOf({ customers, identities }: Collections, keys: DataKeys, shop: string): Customers {
  const place = (id: string, field: string) => `${shop}/customers/${id}/${field}`

  const phoneFields = (phone: string | null) => ({
    phone: phone && phoneIndex(keys, shop, phone),
    phoneTail: phone && phoneTailIndex(keys, shop, phone.slice(-4)),
  })

  function read(stored: CustomerDocument): Customer {
    const { _id: id, openid, contact, membership, orders, lastOrder, createdAt, erasedAt } = stored
    const { name, phone } = contact
      ? (JSON.parse(keys.open(contact, place(id, 'contact'))) as Contact)
      : { name: null, phone: null }
    return {
      id,
      name,
      phone,
      openid: openid && keys.open(openid, place(id, 'openid')),
      membership,
      orders,
      lastOrder,
      createdAt,
      erasedAt,
    }
  }

  const find = async (id: string) => {
    const stored = await customers.findOne({ _id: id, shop })
    return stored ? read(stored) : undefined
  }

  async function ofIdentity(identity: string): Promise<Customer | undefined> {
    const known = await identities.findOne({ _id: identity })
    return known ? find(known.customer) : undefined
  }

  return {
    find,

    async signedIn(identity, now) {
      const [kind, value] =
        'openid' in identity ? (['openid', identity.openid] as const) : (['phone', identity.phone] as const)
      const key = `${shop}/${kind}/${keys.blindIndex(`${shop}/${kind}`, value)}`
      const known = await ofIdentity(key)
      if (known) return known
      const id = newId('cus')
      const phone = kind === 'phone' ? value : null
      await customers.insertOne({
        _id: id,
        shop,
        openid: kind === 'openid' ? keys.seal(value, place(id, 'openid')) : null,
        contact: phone && keys.seal(JSON.stringify({ name: null, phone } satisfies Contact), place(id, 'contact')),
        ...phoneFields(phone),
        membership: null,
        orders: 0,
        lastOrder: null,
        createdAt: now,
        erasedAt: null,
      })
      try {
        await identities.insertOne({ _id: key, shop, customer: id })
      } catch (error) {
        if (!isDuplicate(error)) throw error
        // The same person signed in twice at once: the first counts.
        await customers.deleteOne({ _id: id })
      }
      const customer = await ofIdentity(key)
      if (!customer) throw new Error('The customer vanished while signing in.')
      return customer
    },

    async findSome(ids) {
      const stored = await customers.find({ _id: { $in: [...new Set(ids)] }, shop }).toArray()
      return new Map(stored.map((one) => [one._id, read(one)]))
    },

    async countOrder({ id, orders }, lastOrder) {
      const { matchedCount } = await customers.updateOne(
        { _id: id, shop, orders },
        { $set: { orders: orders + 1, lastOrder } },
      )
      return matchedCount === 1
    },

    async rememberContact(known, contact) {
      const { id } = known
      const together = (one: Contact): Contact => ({
        name: contact.name ?? one.name,
        phone: one.phone ?? contact.phone,
      })
      const isNews = (one: Contact) => together(one).name !== one.name || together(one).phone !== one.phone
      if (!isNews(known)) return
      const customer = await find(id)
      if (!customer || customer.erasedAt || !isNews(customer)) return
      const next = together(customer)
      await customers.updateOne(
        { _id: id, shop, erasedAt: null },
        { $set: { contact: keys.seal(JSON.stringify(next), place(id, 'contact')), ...phoneFields(next.phone) } },
      )
    },

    async setMembership(id, membership) {
      const { matchedCount } = await customers.updateOne({ _id: id, shop, erasedAt: null }, { $set: { membership } })
      return matchedCount === 1
    },

    async search(q, limit) {
      const text = q.trim()
      const newest = (filter: Filter<CustomerDocument>) =>
        customers
          .find({ shop, ...filter })
          .sort({ createdAt: -1 })
          .limit(limit)
          .toArray()
      // One by one, each by its own index.
      const stored =
        text === ''
          ? await newest({})
          : [
              ...(await newest({ phone: phoneIndex(keys, shop, text) })),
              ...(await newest({ phoneTail: phoneTailIndex(keys, shop, text) })),
            ]
      return stored.filter(({ erasedAt }) => erasedAt === null).map(read)
    },

    async erase(id, now) {
      await identities.deleteMany({ shop, customer: id })
      await customers.updateOne(
        { _id: id, shop },
        { $set: { openid: null, contact: null, phone: null, phoneTail: null, membership: null, erasedAt: now } },
      )
    },
  }
}
