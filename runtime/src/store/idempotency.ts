import { digestOf } from '../ids.ts'
import type { DataKeys } from '../keys.ts'
import { isDuplicate, type Collections } from './collections.ts'

export interface AnswerDocument {
  /** `shop/<digest of customer and key>` */
  readonly _id: string
  readonly shop: string
  /** Digest of method, path and body. */
  readonly fingerprint: string
  /** Nobody else may begin the same request before then. */
  readonly lockedUntil: Date
  /** null while it is being worked on */
  readonly status: number | null
  /** Sealed: it may carry what a customer filled in. */
  readonly body: string | null
  readonly expiresAt: Date
}

export interface RepeatableRequest {
  /** Who asks: the same key of another customer is another request. */
  readonly subject: string
  readonly key: string
  readonly fingerprint: string
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** `mine`: to be worked on now; `answered`: repeat this; `busy`: being worked on; `other`: the key was used for something else. */
export type Begun =
  | { readonly state: 'mine' }
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'busy' }
  | { readonly state: 'other' }

/** Answers to requests that may be repeated. Kept for a day. */
export interface Answers {
  begin(request: RepeatableRequest, now: Date): Promise<Begun>
  keep(request: RepeatableRequest, answer: Answer): Promise<void>
  /** Not answered for good: the same request may be begun again. */
  forget(request: RepeatableRequest): Promise<void>
  sweep(now: Date): Promise<number>
}

const LOCK_MS = 30_000
const KEPT_MS = 86_400_000

export function answersOf({ answers }: Collections, keys: DataKeys, shop: string): Answers {
  const keyOf = ({ subject, key }: RepeatableRequest) => `${shop}/${digestOf(`${subject}\n${key}`)}`
  const placeOf = (_id: string) => `${shop}/answers/${_id}`

  return {
    async begin(request, now) {
      const _id = keyOf(request)
      const { fingerprint } = request
      const lockedUntil = new Date(now.getTime() + LOCK_MS)
      try {
        const expiresAt = new Date(now.getTime() + KEPT_MS)
        await answers.insertOne({ _id, shop, fingerprint, lockedUntil, status: null, body: null, expiresAt })
        return { state: 'mine' }
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
      const found = await answers.findOne({ _id })
      if (!found) return { state: 'busy' }
      if (found.fingerprint !== fingerprint) return { state: 'other' }
      if (found.status !== null)
        return {
          state: 'answered',
          answer: { status: found.status, body: found.body && JSON.parse(keys.open(found.body, placeOf(_id))) },
        }
      // Whoever began it has died.
      const { matchedCount } = await answers.updateOne(
        { _id, status: null, lockedUntil: { $lte: now } },
        { $set: { lockedUntil } },
      )
      return { state: matchedCount === 1 ? 'mine' : 'busy' }
    },

    async keep(request, { status, body }) {
      const _id = keyOf(request)
      const sealed = body === undefined ? null : keys.seal(JSON.stringify(body), placeOf(_id))
      await answers.updateOne({ _id }, { $set: { status, body: sealed } })
    },

    async forget(request) {
      await answers.deleteOne({ _id: keyOf(request), status: null })
    },

    async sweep(now) {
      return (await answers.deleteMany({ shop, expiresAt: { $lte: now } })).deletedCount
    },
  }
}
