import Taro from '@tarojs/taro'
import { fetchShop } from '@/api/calls'
import { ApiError } from '@/api/errors'
import { createStore, useStore } from '@/store'
import { keep, recall } from '@/storage'
import type { PublicForm, PublicResource, PublicService, PublicShop } from '@/kaidian/booking'

export interface ShopState {
  readonly shop: PublicShop | null
  /** Why the last attempt failed; `shop` may still hold what was known before. */
  readonly error: ApiError | null
}

const FRESH_MS = 60_000

export const shopStore = createStore<ShopState>({ shop: recall<PublicShop>('shop'), error: null })

let fetchedAt = 0
let running: Promise<void> | null = null

/** Asks for the shop; what is known stays on the page meanwhile. Never rejects: see `error`. */
export const refreshShop = (): Promise<void> => {
  running ??= fetchShop()
    .then(
      (shop) => {
        fetchedAt = Date.now()
        if (shop.version !== shopStore.get().shop?.version || shopStore.get().error)
          shopStore.set({ shop, error: null })
        keep('shop', shop)
      },
      (error: unknown) => {
        shopStore.set({ shop: shopStore.get().shop, error: error instanceof ApiError ? error : null })
      },
    )
    .finally(() => {
      running = null
    })
  return running
}

/** The shop as it is known now; asks again when that is older than a minute. */
export const ensureShop = (): void => {
  if (Date.now() - fetchedAt > FRESH_MS) void refreshShop()
}

/** On h5 the studio tells of an edit, or which page to show. */
export const listenToStudio = (): void => {
  if (process.env.TARO_ENV !== 'h5') return
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== window.location.origin) return
    const message = event.data as { kaidian?: string; url?: string } | null
    if (message?.kaidian === 'shop-changed') {
      // An answer already under way may still be of the old version.
      void (running ?? Promise.resolve()).then(refreshShop)
    }
    if (message?.kaidian === 'navigate' && typeof message.url === 'string') void goTo(message.url)
  })
}

const TABS = ['/pages/home/index', '/pages/orders/index', '/pages/me/index']

/** Goes to a page of this app, whether it is a tab or not. */
export const goTo = async (url: string): Promise<void> => {
  if (TABS.includes(url.split('?')[0] ?? '')) await Taro.switchTab({ url: url.split('?')[0] ?? url })
  else await Taro.navigateTo({ url })
}

export const useShop = (): ShopState => useStore(shopStore)

export const serviceIn = (shop: PublicShop, id: string | undefined): PublicService | undefined =>
  shop.services.find((service) => service.id === id)

export const resourceIn = (shop: PublicShop, id: string | undefined): PublicResource | undefined =>
  shop.resources.find((resource) => resource.id === id)

export const formIn = (shop: PublicShop, id: string | undefined): PublicForm | undefined =>
  shop.forms.find((form) => form.id === id)
