import { digestOf, newToken } from '../ids.ts'
import type { Collections } from './collections.ts'

export type SessionKind = 'customer' | 'console'

export interface SessionDocument {
  /** `shop/<SHA-256 of the token>`: who reads the database cannot sign in. */
  readonly _id: string
  readonly shop: string
  readonly kind: SessionKind
  /** Id of the customer, or `console`. */
  readonly subject: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

export interface Session {
  readonly kind: SessionKind
  readonly subject: string
  readonly expiresAt: Date
}

export interface Sessions {
  open(kind: SessionKind, subject: string, now: Date, expiresAt: Date): Promise<{ token: string; expiresAt: Date }>
  /** Undefined: unknown, over, or of another kind. */
  find(kind: SessionKind, token: string, now: Date): Promise<Session | undefined>
  close(token: string): Promise<void>
  closeAllOf(subject: string): Promise<void>
  sweep(now: Date): Promise<number>
}

export function sessionsOf({ sessions }: Collections, shop: string): Sessions {
  const keyOf = (token: string) => `${shop}/${digestOf(token)}`
  return {
    async open(kind, subject, now, expiresAt) {
      const token = newToken()
      await sessions.insertOne({ _id: keyOf(token), shop, kind, subject, createdAt: now, expiresAt })
      return { token, expiresAt }
    },
    async find(kind, token, now) {
      const found = await sessions.findOne({ _id: keyOf(token), kind, expiresAt: { $gt: now } })
      return found ? { kind, subject: found.subject, expiresAt: found.expiresAt } : undefined
    },
    async close(token) {
      await sessions.deleteOne({ _id: keyOf(token) })
    },
    async closeAllOf(subject) {
      await sessions.deleteMany({ shop, subject })
    },
    async sweep(now) {
      return (await sessions.deleteMany({ shop, expiresAt: { $lte: now } })).deletedCount
    },
  }
}
