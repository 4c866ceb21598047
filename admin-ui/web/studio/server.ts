import type { Problem } from '@kaidian/schemas'
import { currentLanguage, translate } from './words.ts'

export interface ShopRow {
  readonly key: string
  readonly name: unknown
  readonly tagline: unknown
  readonly accent: unknown
  readonly services: number
  readonly problems: number
  readonly versions: number
  readonly updatedAt: string
}

export interface ExampleRow {
  readonly id: string
  /** How its services are booked. */
  readonly modes: readonly string[]
  readonly name: unknown
  readonly tagline: unknown
  readonly accent: unknown
  readonly services: number
}

export interface OpenedShop {
  readonly key: string
  readonly description: unknown
  readonly revision: number
  readonly updatedAt: string
}

/** A draft that another page saved. */
export interface Newer {
  readonly revision: number
  readonly description: unknown
  readonly editor: string
  readonly updatedAt: string
}

export interface Saved {
  readonly revision: number
  readonly updatedAt: string
  readonly problems: readonly Problem[]
}

export interface VersionRow {
  readonly number: number
  readonly note: string
  readonly createdAt: string
}

export interface GeneratedApp {
  readonly version: number
  readonly fileName: string
  readonly bytes: number
  readonly files: number
  readonly folders: readonly { readonly name: string; readonly files: number; readonly bytes: number }[]
  readonly url: string
}

/** A no of the server, in the words of the chosen language. `status` is 0 when it could not be reached. */
export class ServerError extends Error {
  readonly status: number
  readonly code: string
  readonly newer: Newer | null
  constructor(status: number, code: string, message: string, newer: Newer | null = null) {
    super(message)
    this.status = status
    this.code = code
    this.newer = newer
  }
}

interface Failure {
  readonly error?: { readonly code?: string; readonly message?: string }
  readonly current?: Newer
}

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/studio/api${path}`, {
    method,
    headers: {
      'Accept-Language': currentLanguage(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    // A save on its way out survives the page being closed; browsers allow that for small bodies only.
    keepalive: method === 'PUT' && JSON.stringify(body).length < 60_000,
  }).catch(() => {
    throw new ServerError(0, 'UNREACHABLE', translate('common.unreachable'))
  })
  if (answer.status === 204) return undefined as T
  const json = (await answer.json().catch(() => null)) as (T & Failure) | null
  if (answer.ok && json !== null) return json
  const message = json?.error?.message ?? translate('common.fault')
  throw new ServerError(answer.status, json?.error?.code ?? 'FAULT', message, json?.current ?? null)
}

const at = (key: string): string => `/shops/${encodeURIComponent(key)}`

/** Every call of the studio's server. All throw ServerError. */
export const server = {
  shops: () => ask<{ shops: ShopRow[] }>('GET', '/shops').then(({ shops }) => shops),
  examples: () => ask<{ examples: ExampleRow[] }>('GET', '/examples').then(({ examples }) => examples),
  add: (source: { example: string } | { copyOf: string } | { description: unknown }) =>
    ask<OpenedShop>('POST', '/shops', source),
  open: (key: string) => ask<OpenedShop>('GET', at(key)),
  remove: (key: string) => ask<void>('DELETE', at(key)),
  saveDraft: (key: string, draft: { revision: number; description: unknown; editor: string }) =>
    ask<Saved>('PUT', `${at(key)}/draft`, draft),
  versions: (key: string) =>
    ask<{ versions: VersionRow[] }>('GET', `${at(key)}/versions`).then(({ versions }) => versions),
  version: (key: string, number: number) =>
    ask<VersionRow & { description: unknown }>('GET', `${at(key)}/versions/${number}`),
  keep: (key: string, note: string) => ask<VersionRow & { isNew: boolean }>('POST', `${at(key)}/versions`, { note }),
  generate: (key: string, note: string) => ask<GeneratedApp>('POST', `${at(key)}/generate`, { note }),
  consoleLink: (key: string) => ask<{ url: string }>('POST', `${at(key)}/console-links`, {}),
}

export type StudioServer = typeof server
