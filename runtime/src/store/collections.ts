import type { Collection, Db, Document } from 'mongodb'
import type { ClaimDay } from './claims.ts'
import type { CustomerDocument, IdentityDocument } from './customers.ts'
import type { EntitlementDocument } from './entitlements.ts'
import type { EventDocument, SequenceDocument } from './events.ts'
import type { HoldDocument } from './holds.ts'
import type { AnswerDocument } from './idempotency.ts'
import type { LeaseDocument } from './leases.ts'
import type { NoticeDocument } from './notices.ts'
import type { OrderDocument } from './order-document.ts'
import type { FiledClaim, PoolDocument } from './pool-document.ts'
import type { RevealDocument } from './reveals.ts'
import type { SeatDocument } from './seats.ts'
import type { SessionDocument } from './sessions.ts'
import type { VersionDocument } from './shop-versions.ts'
import type { SignInCodeDocument } from './sign-in-codes.ts'
import type { UploadDocument } from './uploads.ts'
import type { WaitlistDocument } from './waitlist.ts'

/** The collections, each holding every shop; `_id` and every index begin with the shop, or the id is unguessable. */
export interface Collections {
  readonly claims: Collection<ClaimDay>
  readonly pools: Collection<PoolDocument>
  readonly filedClaims: Collection<FiledClaim>
  readonly seats: Collection<SeatDocument>
  readonly holds: Collection<HoldDocument>
  readonly orders: Collection<OrderDocument>
  readonly entitlements: Collection<EntitlementDocument>
  readonly waitlist: Collection<WaitlistDocument>
  readonly customers: Collection<CustomerDocument>
  readonly identities: Collection<IdentityDocument>
  readonly sessions: Collection<SessionDocument>
  readonly signInCodes: Collection<SignInCodeDocument>
  readonly answers: Collection<AnswerDocument>
  readonly versions: Collection<VersionDocument>
  readonly notices: Collection<NoticeDocument>
  readonly events: Collection<EventDocument>
  readonly sequences: Collection<SequenceDocument>
  readonly leases: Collection<LeaseDocument>
  readonly reveals: Collection<RevealDocument>
  readonly uploads: Collection<UploadDocument>
}

export const collectionsOf = (db: Db): Collections => ({
  claims: db.collection('claims'),
  pools: db.collection('pools'),
  filedClaims: db.collection('pool_claims'),
  seats: db.collection('seats'),
  holds: db.collection('holds'),
  orders: db.collection('orders'),
  entitlements: db.collection('entitlements'),
  waitlist: db.collection('waitlist'),
  customers: db.collection('customers'),
  identities: db.collection('identities'),
  sessions: db.collection('sessions'),
  signInCodes: db.collection('sign_in_codes'),
  answers: db.collection('answers'),
  versions: db.collection('shop_versions'),
  notices: db.collection('notices'),
  events: db.collection('events'),
  sequences: db.collection('sequences'),
  leases: db.collection('leases'),
  reveals: db.collection('reveals'),
  uploads: db.collection('uploads'),
})

interface Index {
  readonly key: Readonly<Record<string, 1 | -1>>
  readonly unique?: true
  /** Which documents it holds; a query has to say the same. */
  readonly only?: Document
}

const CONFIRMED = { state: 'confirmed' }
/** Orders of which somebody said with stars how it was. */
export const RATED = { score: { $gte: 0 } }

// No TTL indexes: expiry is judged by the clock that the product is given, and a job of ours removes what is over.
export const INDEXES: { readonly [name in keyof Collections]: readonly Index[] } = {
  claims: [
    { key: { shop: 1, day: 1, resource: 1 } },
    { key: { shop: 1, resource: 1, day: 1 } },
    { key: { shop: 1, soonest: 1 } },
  ],
  pools: [{ key: { shop: 1, pool: 1 } }, { key: { shop: 1, soonest: 1 } }],
  filedClaims: [{ key: { shop: 1, pool: 1, id: 1 } }],
  seats: [{ key: { shop: 1, service: 1, session: 1 } }, { key: { shop: 1, order: 1 } }],
  holds: [{ key: { shop: 1, expiresAt: 1 } }, { key: { shop: 1, customer: 1, expiresAt: 1 } }],
  orders: [
    { key: { shop: 1, number: 1 }, unique: true },
    { key: { shop: 1, checkInCode: 1 } },
    { key: { shop: 1, customer: 1, createdAt: -1 } },
    { key: { shop: 1, day: 1, start: 1 } },
    { key: { shop: 1, createdAt: -1 } },
    { key: { shop: 1, state: 1, createdAt: -1 } },
    { key: { shop: 1, state: 1, expiresAt: 1 } },
    { key: { shop: 1, phone: 1 } },
    { key: { shop: 1, phoneTail: 1 } },
    { key: { shop: 1, due: 1, updatedAt: 1 } },
    // What jobs and codes look for among those that stand, which are few beside all there ever were.
    { key: { shop: 1, transfer: 1 }, only: CONFIRMED },
    { key: { shop: 1, 'pendingMove.expiresAt': 1 }, only: CONFIRMED },
    { key: { shop: 1, balanceDue: 1 }, only: CONFIRMED },
    { key: { shop: 1, score: 1 }, only: RATED },
    { key: { shop: 1, leftOpen: 1, end: 1 }, only: CONFIRMED },
    { key: { shop: 1, remindedAt: 1, start: 1 }, only: CONFIRMED },
  ],
  entitlements: [
    { key: { shop: 1, customer: 1, createdAt: 1 } },
    { key: { shop: 1, 'entries.order': 1 } },
    { key: { shop: 1, endsAt: 1 } },
  ],
  waitlist: [
    { key: { shop: 1, open: 1 }, unique: true },
    { key: { shop: 1, line: 1, state: 1, seq: 1 } },
    { key: { shop: 1, service: 1, state: 1, seq: 1 } },
    { key: { shop: 1, state: 1, offeredUntil: 1 } },
    { key: { shop: 1, hold: 1 } },
    { key: { shop: 1, customer: 1, createdAt: -1 } },
  ],
  customers: [{ key: { shop: 1, phone: 1 } }, { key: { shop: 1, phoneTail: 1 } }, { key: { shop: 1, createdAt: -1 } }],
  identities: [{ key: { shop: 1, customer: 1 } }],
  sessions: [{ key: { shop: 1, subject: 1 } }, { key: { shop: 1, expiresAt: 1 } }],
  signInCodes: [{ key: { shop: 1, expiresAt: 1 } }],
  answers: [{ key: { shop: 1, expiresAt: 1 } }],
  versions: [],
  notices: [{ key: { shop: 1, state: 1, receivedAt: 1 } }],
  events: [{ key: { shop: 1, sequence: 1 }, unique: true }, { key: { shop: 1, at: 1 } }],
  sequences: [],
  leases: [],
  reveals: [{ key: { shop: 1, order: 1, at: 1 } }],
  uploads: [{ key: { shop: 1, customer: 1, createdAt: 1 } }, { key: { shop: 1, state: 1, touchedAt: 1 } }],
}

/** Makes the indexes that are not there yet. */
export async function ensureIndexes(collections: Collections): Promise<void> {
  for (const [name, indexes] of Object.entries(INDEXES)) {
    const collection = collections[name as keyof Collections] as unknown as Collection<Document>
    for (const { key, unique, only } of indexes)
      await collection.createIndex(key, { unique: unique ?? false, ...(only && { partialFilterExpression: only }) })
  }
}

/** Whether a write was refused because its key is there already. (Not every server says which key.) */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000
