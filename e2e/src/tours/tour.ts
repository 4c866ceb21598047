import { keptBuild } from 'kaidian'
import type { Page } from 'playwright-core'
import { shown, tap } from '../customer.ts'
import { described, openShop, type OpenShop } from '../shops.ts'
import { appOf } from '../weapp.ts'

/** Called where there is something to look at; `name` says what is on the page, and is the same in every language. */
export type Look = (name: string) => Promise<void>

/** A way through a shop, past every page and state that its customers come to. */
export interface Tour {
  /** Description in the repository. */
  readonly shop: string
  /** When the shop is opened, on its wall clock. */
  readonly wall: string
  /** Changes the description before the shop opens, so that the tour comes to more of it. */
  readonly prepare?: (description: Record<string, unknown>) => void
  /** @param page shows the home page. */
  walk(page: Page, look: Look, shop: OpenShop): Promise<void>
}

export const nameOf = ({ shop }: Tour): string => shop.replace(/^.*\/|(\.shop)?\.json$/g, '')

/** Opens the shop of a tour, with the web edition built for it. */
export async function openFor({ shop, wall, prepare }: Tour): Promise<OpenShop> {
  const description = await described(shop)
  const { dist } = await keptBuild(await appOf(description), 'h5')
  prepare?.(description)
  return openShop(description, wall, dist)
}

/** Opens a page by its address, and waits until it is there. */
export async function goTo(page: Page, shop: OpenShop, address: string): Promise<void> {
  await page.goto(`${shop.url}/#/pages/${address}`)
  await shown(page, `#page-${address.split('/')[0] ?? ''}`).waitFor()
}

/** Accepts the terms and pays at the simulated cashier. */
export async function payAt(page: Page): Promise<void> {
  await tap(page, '#accept')
  await tap(page, '#pay:not(.tap-disabled)')
  await page.locator('button[value="pay"]').click()
  await shown(page, '#see-order').waitFor()
}

/** Pages that every shop has, of a customer who has booked. */
export async function ownPages(page: Page, shop: OpenShop, look: Look): Promise<void> {
  for (const name of ['orders', 'me', 'agreement', 'privacy']) {
    await goTo(page, shop, `${name}/index`)
    await look(name)
  }
}
