import type { PublicShop } from '@kaidian/runtime/domain'
import type { Shop } from '@kaidian/schemas'

/** What models are made of: the description as the merchant wrote it, and the shop as its customers see it. */
export interface Subject {
  readonly shop: Shop
  readonly seen: PublicShop
  /** Version of the generator and name of the pack, for the reader of the output. */
  readonly made: { readonly version: string; readonly pack: string }
}
