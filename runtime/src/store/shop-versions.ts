import { isDuplicate, type Collections } from './collections.ts'

export interface VersionDocument {
  /** `shop/version` */
  readonly _id: string
  readonly shop: string
  readonly version: string
  /** The description as JSON text: names in it may hold dots and dollars. */
  readonly description: string
  readonly firstUsedAt: Date
}

/** Descriptions under which orders were made. Written once, never changed. */
export interface ShopVersions {
  keep(version: string, description: unknown, now: Date): Promise<void>
  find(version: string): Promise<unknown>
}

export function shopVersionsOf({ versions }: Collections, shop: string): ShopVersions {
  const kept = new Set<string>()
  return {
    async keep(version, description, now) {
      if (kept.has(version)) return
      try {
        await versions.insertOne({
          _id: `${shop}/${version}`,
          shop,
          version,
          description: JSON.stringify(description),
          firstUsedAt: now,
        })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
      kept.add(version)
    },
    async find(version) {
      const found = await versions.findOne({ _id: `${shop}/${version}` })
      return found ? JSON.parse(found.description) : undefined
    },
  }
}
