import type { ResolvedShop } from '@kaidian/runtime/domain'
import type { Router } from 'express'
import { judge } from './judge.ts'
import { StudioRefusal } from './refusals.ts'
import type { Shelf } from './shelf.ts'

/** One shop running on the real runtime with simulated money and messages. */
export interface Sandbox {
  readonly router: Router
  /** Opens a session of the back office. */
  signIn(): Promise<{ readonly token: string; readonly expiresAt: string }>
  close(): Promise<void>
}

/** `shop` is asked on every request, so that an edit shows without a restart. */
export type OpenSandbox = (key: string, shop: () => ResolvedShop) => Promise<Sandbox>

interface Place {
  shop: ResolvedShop
  usedAt: number
  readonly sandbox: Promise<Sandbox>
}

/** Sandboxes by shop, opened when first looked at; the one unused for longest closes when there are more than `most`. */
export class Sandboxes {
  readonly #shelf: Shelf
  readonly #open: OpenSandbox
  readonly #most: number
  readonly #places = new Map<string, Place>()
  #uses = 0

  constructor(shelf: Shelf, open: OpenSandbox, most = 12) {
    this.#shelf = shelf
    this.#open = open
    this.#most = most
  }

  /** Puts an edited shop in the place of the last one. Nothing to do while nobody looks. */
  swap(key: string, shop: ResolvedShop): void {
    const place = this.#places.get(key)
    if (place) place.shop = shop
  }

  /** Throws SHOP_UNKNOWN; SHOP_FAULTY when the draft has never been sound. */
  async of(key: string): Promise<Sandbox> {
    const present = this.#places.get(key)
    if (present) {
      present.usedAt = ++this.#uses
      return present.sandbox
    }
    const draft = await this.#shelf.shop(key)
    const { shop } = judge(draft.sound)
    if (!shop) throw new StudioRefusal('SHOP_FAULTY')
    return (this.#places.get(key) ?? this.#place(key, shop)).sandbox
  }

  #place(key: string, shop: ResolvedShop): Place {
    const place: Place = {
      shop,
      usedAt: ++this.#uses,
      sandbox: this.#open(key, () => place.shop),
    }
    this.#places.set(key, place)
    place.sandbox.catch(() => this.#places.delete(key))
    if (this.#places.size > this.#most) {
      const oldest = [...this.#places].toSorted(([, a], [, b]) => a.usedAt - b.usedAt)[0]
      if (oldest) this.close(oldest[0]).catch(() => {})
    }
    return place
  }

  async close(key: string): Promise<void> {
    const place = this.#places.get(key)
    this.#places.delete(key)
    await (await place?.sandbox.catch(() => null))?.close()
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#places.keys()].map((key) => this.close(key)))
  }
}
