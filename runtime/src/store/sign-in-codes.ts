import { randomInt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../domain/index.ts'
import type { DataKeys } from '../keys.ts'
import { isDuplicate, type Collections } from './collections.ts'
import { phoneIndex } from './customers.ts'

export interface SignInCodeDocument {
  /** `shop/<blind index of the phone>` */
  readonly _id: string
  readonly shop: string
  /** Keyed hash of the code. */
  readonly code: string
  readonly failures: number
  readonly sentAt: Date
  /** Codes sent since `since`. */
  readonly sent: number
  readonly since: Date
  readonly codeExpiresAt: Date
  /** When the record is of no more use. */
  readonly expiresAt: Date
}

const CODE_LIVES_MS = 5 * 60_000
const BETWEEN_MS = 60_000
const DAY_MS = 86_400_000
const MOST_A_DAY = 10
const MOST_FAILURES = 5

/** Six-digit codes by phone: good once and for five minutes, five tries, one a minute and ten a day for a number. */
export interface SignInCodes {
  /** `limited`: false where codes cost nothing. Refuses TOO_MANY_REQUESTS. */
  issue(phone: string, now: Date, limited: boolean): Promise<{ code: string; expiresAt: Date }>
  /** Whether the code is the last one sent to this phone. It is used up by that. */
  redeem(phone: string, code: string, now: Date): Promise<boolean>
  sweep(now: Date): Promise<number>
}

export function signInCodesOf({ signInCodes }: Collections, keys: DataKeys, shop: string): SignInCodes {
  const keyOf = (phone: string) => `${shop}/${phoneIndex(keys, shop, phone)}`
  const hash = (key: string, code: string) => keys.blindIndex('sign-in-code', `${key}\n${code}`)

  return {
    async issue(phone, now, limited) {
      const _id = keyOf(phone)
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const before = await signInCodes.findOne({ _id })
      const sameDay = before && now.getTime() - before.since.getTime() < DAY_MS
      if (limited && before && now.getTime() - before.sentAt.getTime() < BETWEEN_MS)
        throw new Refusal('TOO_MANY_REQUESTS')
      if (limited && before && sameDay && before.sent >= MOST_A_DAY) throw new Refusal('TOO_MANY_REQUESTS')
      const codeExpiresAt = new Date(now.getTime() + CODE_LIVES_MS)
      const next = {
        shop,
        code: hash(_id, code),
        failures: 0,
        sentAt: now,
        sent: before && sameDay ? before.sent + 1 : 1,
        since: before && sameDay ? before.since : now,
        codeExpiresAt,
        expiresAt: new Date(now.getTime() + DAY_MS),
      }
      if (!(await write(_id, before?.sentAt, next))) throw new Refusal('TOO_MANY_REQUESTS')
      return { code, expiresAt: codeExpiresAt }
    },

    async redeem(phone, code, now) {
      const _id = keyOf(phone)
      // Counted before it is compared: many guesses at once do not get more tries.
      const found = await signInCodes.findOneAndUpdate(
        { _id, failures: { $lt: MOST_FAILURES }, codeExpiresAt: { $gt: now } },
        { $inc: { failures: 1 } },
      )
      if (!found) return false
      const [given, wanted] = [Buffer.from(hash(_id, code)), Buffer.from(found.code)]
      if (!timingSafeEqual(given, wanted)) return false
      const used = await signInCodes.updateOne(
        { _id, code: found.code },
        { $set: { code: hash(_id, 'used'), codeExpiresAt: now } },
      )
      return used.matchedCount === 1
    },

    async sweep(now) {
      return (await signInCodes.deleteMany({ shop, expiresAt: { $lte: now } })).deletedCount
    },
  }

  async function write(_id: string, sentAt: Date | undefined, next: Omit<SignInCodeDocument, '_id'>): Promise<boolean> {
    if (sentAt) return (await signInCodes.updateOne({ _id, sentAt }, { $set: next })).matchedCount === 1
    try {
      await signInCodes.insertOne({ _id, ...next })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }
}
