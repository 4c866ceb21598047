import { createStore } from '@/store'
import { keep, recall } from '@/storage'

/** The bearer token, or null while browsing. */
export const token = createStore<string | null>(recall<string>('token'))

/** The phone the customer signed in with just now, for filling in forms; it lives as long as the session and the page. */
export const signedInPhone = createStore<string | null>(null)

export const startSession = (next: string): void => {
  keep('token', next)
  token.set(next)
}

export const dropSession = (): void => {
  keep('token', null)
  token.set(null)
  signedInPhone.set(null)
}
