import { isDuplicate, type Collections } from './collections.ts'

export interface LeaseDocument {
  /** `shop/name` */
  readonly _id: string
  readonly shop: string
  readonly holder: string
  readonly expiresAt: Date
}

/** Work that one process does at a time. */
export interface Leases {
  /** True: `holder` has it until `now + ms`, or had it already. */
  acquire(name: string, holder: string, now: Date, ms: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
}

export function leasesOf({ leases }: Collections, shop: string): Leases {
  return {
    async acquire(name, holder, now, ms) {
      const _id = `${shop}/${name}`
      const expiresAt = new Date(now.getTime() + ms)
      const { matchedCount } = await leases.updateOne(
        { _id, $or: [{ holder }, { expiresAt: { $lte: now } }] },
        { $set: { holder, expiresAt } },
      )
      if (matchedCount === 1) return true
      try {
        await leases.insertOne({ _id, shop, holder, expiresAt })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    async release(name, holder) {
      await leases.deleteOne({ _id: `${shop}/${name}`, holder })
    },
  }
}
