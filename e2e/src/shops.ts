import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRuntime } from '@kaidian/runtime'
import { ensurePreviewBuild } from 'kaidian'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { root } from './process.ts'
import { PASSWORD, call } from './salon.ts'

/** The example shops, by the names of their descriptions. */
export const SHOPS = ['salon', 'coding-school', 'city-run', 'home-cleaning', 'lecture'] as const

const MINUTE = 60_000
const SHANGHAI = 8 * 60 * MINUTE

/** A shop that runs for real, at a time of its own. */
export interface OpenShop {
  readonly url: string
  /** Lets so many minutes pass at once, and the jobs run. */
  later(minutes: number): Promise<void>
  /** The present instant there. */
  now(): Date
  close(): Promise<void>
}

/** The build of the app to walk in; `KAIDIAN_H5` names the folder of another one. */
export const h5Build = async (): Promise<string> => process.env['KAIDIAN_H5'] ?? (await ensurePreviewBuild())

/** A description in the repository, by its path. */
export const described = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(root, path), 'utf8')) as Record<string, unknown>

/** Opens a shop, when it is `wall` there: `2027-03-01 10:00`. @param h5 the web edition it shows; the preview's when left out */
export async function openShop(description: unknown, wall: string, h5?: string): Promise<OpenShop> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-shop-'))
  const begun = Date.now()
  let start = Date.parse(`${wall.replace(' ', 'T')}:00Z`) - SHANGHAI
  const clock = { now: () => new Date(start + Date.now() - begun) }
  const runtime = await startRuntime({
    shop: description,
    folder,
    port: 0,
    h5: h5 ?? (await h5Build()),
    env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD, LOG_LEVEL: 'error' },
    clock,
  })
  return {
    url: runtime.url,
    now: clock.now,
    later: async (minutes) => {
      start += minutes * MINUTE
      await runtime.runJobs()
    },
    close: async () => {
      await runtime.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A browser of a customer of `shop`: the app learns the time from the server's Date header, which here is the shop's own. */
export async function visit(
  browser: Browser,
  shop: OpenShop,
  options: BrowserContextOptions,
): Promise<{ page: Page; errors: string[] }> {
  const opened = await openPage(browser, options)
  await opened.page.context().route(`${shop.url}/api/**`, async (route) => {
    // A page that is left while an answer is under way takes its requests with it.
    const response = await route.fetch().catch(() => null)
    if (!response) return route.abort().catch(() => undefined)
    const headers = { ...response.headers(), date: shop.now().toUTCString() }
    return route.fulfill({ response, headers }).catch(() => undefined)
  })
  await opened.page.goto(shop.url)
  return opened
}

/** What only the shop can do, such as `orders/<id>/approval`. */
export async function asMerchant(shop: OpenShop, path: string, body: unknown): Promise<void> {
  const sent = { method: 'POST', body: { password: PASSWORD } }
  const { token } = await call<{ token: string }>(`${shop.url}/api/console/sessions`, sent)
  await call(`${shop.url}/api/console/${path}`, { method: 'POST', token, body, key: randomUUID() })
}
