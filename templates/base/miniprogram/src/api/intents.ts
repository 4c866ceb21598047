import { keep, recall } from '@/storage'
import { ApiError } from './errors'

interface Intent {
  readonly body: string
  readonly key: string
}

const KEY_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const newKey = (): string =>
  Array.from({ length: 24 }, () => KEY_CHARACTERS[Math.floor(Math.random() * KEY_CHARACTERS.length)]).join('')

const running = new Map<string, Promise<unknown>>()

/**
 * Carries out what the customer wants once, however often they tap and however often it has to be repeated. Taps while it runs
 * get the same answer; when no answer came, the next attempt with the same `body` sends the same Idempotency-Key, even after
 * the app was closed. A definite answer, good or bad, ends the intent.
 */
export const once = <T>(name: string, body: unknown, call: (key: string) => Promise<T>): Promise<T> => {
  const text = JSON.stringify(body ?? null)
  const underWay = running.get(name + text)
  if (underWay) return underWay as Promise<T>

  const kept = recall<Intent>(`intent:${name}`)
  const key = kept?.body === text ? kept.key : newKey()
  keep(`intent:${name}`, { body: text, key })

  const settle = () => keep(`intent:${name}`, null)
  const promise = call(key)
    .then(
      (answer) => {
        settle()
        return answer
      },
      (error: unknown) => {
        if (error instanceof ApiError && !error.undecided) settle()
        throw error
      },
    )
    .finally(() => running.delete(name + text))
  running.set(name + text, promise)
  return promise
}
