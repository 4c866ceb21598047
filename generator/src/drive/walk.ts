import { pathToFileURL } from 'node:url'
import { InputError } from '../inputError.ts'
import type { Driver, DriverOptions } from './driver.ts'
import type { Platform } from './platform.ts'

/** One customer's phone, and how its owner behaves; pays and agrees at once unless told. */
export interface Customer extends Pick<DriverOptions, 'phone' | 'storage' | 'url'> {
  /** Who signs in; `customer-1` when left out. */
  readonly user?: string
  readonly platform?: Partial<Platform>
}

/** What a walk has to go by. */
export interface Surroundings {
  /** `shop.json` of the app. */
  readonly shop: { readonly services: readonly { readonly id: string }[] } & Readonly<Record<string, unknown>>
  /** Where its API is, without `/api`. */
  readonly url: string
  /** Opens the app on a phone. All phones are put away after the walk. */
  readonly launch: (customer?: Customer) => Promise<Driver>
}

/** A way through the app. @throws what it did not find. */
export type Walk = (surroundings: Surroundings) => Promise<void>

/** Reads a walk: a module whose default export is one. @throws InputError when it is none. */
export async function walkIn(file: string): Promise<Walk> {
  const module = (await import(pathToFileURL(file).href).catch((error: unknown) => {
    const { message } = error as Error
    throw new InputError(`读不了 ${file}：${message}`, `${file} cannot be read: ${message}`)
  })) as { default?: unknown }
  if (typeof module.default !== 'function')
    throw new InputError(
      `${file} 没有默认导出函数；应为 export default async ({ launch }) => { … }`,
      `${file} has no function as its default export: export default async ({ launch }) => { … }`,
    )
  return module.default as Walk
}

/** What customers see before they book anything: home, each service and its times, then every other page as a bare link opens it. */
export const browse: Walk = async ({ shop, launch }) => {
  const app = await launch()
  await app.settled()
  for (const { id } of shop.services) {
    await app.open(`pages/service/index?id=${id}`)
    await app.settled()
    if (app.exists('next')) await app.press('next')
    await app.settled()
    await app.open(app.pages[0] ?? '')
  }
  const seen = new Set(app.reports().map(({ page }) => page))
  for (const page of app.pages.filter((path) => !seen.has(path))) {
    await app.open(page)
    await app.settled()
  }
}
