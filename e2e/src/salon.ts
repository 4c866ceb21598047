import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRuntime } from '@kaidian/runtime'
import { ensurePreviewBuild } from 'kaidian'
import { root } from './process.ts'

export const PASSWORD = 'a-long-password-for-the-console'

export interface Salon {
  readonly url: string
  close(): Promise<void>
}

export const salonDescription = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(root, 'schemas/examples/salon.json'), 'utf8')) as Record<string, unknown>

/** The salon, running for real on a free port: API, web app, console, embedded database, simulator of WeChat. */
export async function openSalon(): Promise<Salon> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-salon-'))
  const runtime = await startRuntime({
    shop: await salonDescription(),
    folder,
    port: 0,
    h5: await ensurePreviewBuild(),
    console: join(root, 'admin-ui/dist/console'),
    env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD },
  })
  return {
    url: runtime.url,
    close: async () => {
      await runtime.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One call of the API. @throws with the answer when it is not 2xx. */
export async function call<T>(
  url: string,
  init: { method?: string; body?: unknown; token?: string; key?: string } = {},
): Promise<T> {
  const response = await fetch(url, {
    method: init.method ?? 'GET',
    headers: {
      'content-type': 'application/json',
      ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
      ...(init.key === undefined ? {} : { 'idempotency-key': init.key }),
    },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${url} → ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export interface ConsoleOrder {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly booking: string
  readonly money: { readonly captured: number; readonly refunded: number; readonly state: string }
  readonly checkInCode: string | null
}

/** The orders as the merchant sees them. */
export async function merchantOrders(url: string): Promise<ConsoleOrder[]> {
  const { token } = await call<{ token: string }>(`${url}/api/console/sessions`, {
    method: 'POST',
    body: { password: PASSWORD },
  })
  return (await call<{ orders: ConsoleOrder[] }>(`${url}/api/console/orders`, { token })).orders
}
