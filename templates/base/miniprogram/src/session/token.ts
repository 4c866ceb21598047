import { createStore } from '@/store'
import { keep, recall } from '@/storage'

/** The bearer token, or null while browsing. */
export const token = createStore<string | null>(recall<string>('token'))

export const startSession = (next: string): void => {
  keep('token', next)
  token.set(next)
}

export const dropSession = (): void => {
  keep('token', null)
  token.set(null)
}
