import { newId } from '../ids.ts'
import type { Collections } from './collections.ts'

/** Somebody looked at personal fields unmasked. */
export interface RevealDocument {
  readonly _id: string
  readonly shop: string
  readonly order: string
  readonly by: string
  readonly at: Date
}

export interface Reveals {
  record(order: string, by: string, at: Date): Promise<void>
  ofOrder(order: string): Promise<{ by: string; at: Date }[]>
}

export function revealsOf({ reveals }: Collections, shop: string): Reveals {
  return {
    async record(order, by, at) {
      await reveals.insertOne({ _id: newId('aud'), shop, order, by, at })
    },
    async ofOrder(order) {
      const found = await reveals.find({ shop, order }).sort({ at: 1 }).toArray()
      return found.map(({ by, at }) => ({ by, at }))
    },
  }
}
