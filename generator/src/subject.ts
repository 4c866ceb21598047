import type { PublicShop } from '@kaidian/runtime/domain'
import type { Shop } from '@kaidian/schemas'
import type { Features } from './features.ts'

/** What models are made of: the description as the merchant wrote it, and the shop as its customers see it. */
export interface Subject {
  readonly shop: Shop
  readonly seen: PublicShop
  readonly features: Features
  readonly made: Making
}

/** What it is made with. */
export interface Making {
  /** Of the generator. */
  readonly version: string
  /** Name and version. */
  readonly pack: string
  /** The OpenAPI document of the runtime, the same for all shops. */
  readonly api: Readonly<Record<string, unknown>>
}
