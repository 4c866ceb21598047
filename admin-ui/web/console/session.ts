import { useSyncExternalStore } from 'react'

/** One origin may serve many shops (the studio's previews), each with its own sign-in. */
const KEPT = `kaidian.console:${typeof location === 'undefined' ? '' : location.pathname}`

let token: string | null = null
let expired = false
const listeners = new Set<() => void>()

function keep(next: string | null): void {
  token = next
  try {
    if (next === null) sessionStorage.removeItem(KEPT)
    else sessionStorage.setItem(KEPT, next)
  } catch {
    // Without storage the sign-in lasts until the page is closed.
  }
  for (const listener of listeners) listener()
}

/**
 * An address without its `token` (`?token=…`, `#token=…` or `#/orders?token=…`), and that token. The rest of the address
 * stays, so that a link may lead to a page.
 */
export function withoutToken(address: string): { readonly token: string | null; readonly address: string } {
  const url = new URL(address)
  const hash = url.hash.replace(/^#/, '')
  const [path = '', query = ''] = hash.startsWith('/') ? hash.split('?') : ['', hash]
  const inHash = new URLSearchParams(query)
  const found = url.searchParams.get('token') ?? inHash.get('token')
  if (found === null || found === '') return { token: null, address }
  url.searchParams.delete('token')
  inHash.delete('token')
  const rest = inHash.toString()
  url.hash = path === '' && rest === '' ? '' : `${path === '' ? '/' : path}${rest === '' ? '' : `?${rest}`}`
  return { token: found, address: url.toString() }
}

/** Takes a token out of the address bar, or the one kept for this tab. Call once, before rendering. */
export function openSession(): void {
  const { token: given, address } = withoutToken(location.href)
  if (given !== null) {
    history.replaceState(null, '', address)
    keep(given)
    return
  }
  try {
    token = sessionStorage.getItem(KEPT)
  } catch {
    token = null
  }
}

export const session = {
  token: (): string | null => token,
  signIn: (given: string): void => {
    expired = false
    keep(given)
  },
  signOut: (): void => {
    expired = false
    keep(null)
  },
  /** The server no longer knows the token; the page stays where it is behind the sign-in. */
  expire: (): void => {
    if (token === null) return
    expired = true
    keep(null)
  },
  hasExpired: (): boolean => expired,
}

export const useSignedIn = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => token !== null,
  )
