import { MongoClient } from 'mongodb'
import type { DataKeys } from '../keys.ts'
import { claimsOf, type Claims } from './claims.ts'
import { collectionsOf, ensureIndexes } from './collections.ts'
import { customersOf, type Customers } from './customers.ts'
import { entitlementsOf, type Entitlements } from './entitlements.ts'
import { eventsOf, type Events } from './events.ts'
import { holdsOf, type Holds } from './holds.ts'
import { answersOf, type Answers } from './idempotency.ts'
import { leasesOf, type Leases } from './leases.ts'
import { noticesOf, type Notices } from './notices.ts'
import { ordersOf, type Orders } from './orders.ts'
import { poolsOf, type Pools } from './pools.ts'
import { revealsOf, type Reveals } from './reveals.ts'
import { seatsOf, type Seats } from './seats.ts'
import { sessionsOf, type Sessions } from './sessions.ts'
import { shopVersionsOf, type ShopVersions } from './shop-versions.ts'
import { signInCodesOf, type SignInCodes } from './sign-in-codes.ts'
import { uploadsOf, type Uploads } from './uploads.ts'
import { waitlistOf, type Waitlist } from './waitlist.ts'

export type { ClaimRef, HeldDraw, Place } from './claim-ref.ts'
export type { Claims, TimeClaim } from './claims.ts'
export { PoolFull } from './pool-claiming.ts'
export type { Counters, PoolClaim, PoolRecord, Pools } from './pools.ts'
export type { Until } from './until.ts'
export { INDEXES } from './collections.ts'
export type { Contact, Customer, Customers } from './customers.ts'
export type { EntitlementEntry, EntitlementKind, Entitlements, HeldEntitlement } from './entitlements.ts'
export type { Events, ShopEvent } from './events.ts'
export type { HoldDocument } from './holds.ts'
export type { Answer, Answers, RepeatableRequest } from './idempotency.ts'
export type { NoticeFacts } from './notices.ts'
export type { Change, OrderEntry } from './order-change.ts'
export type {
  Approval,
  Attempt,
  Consent,
  Due,
  EventType,
  OrderDocument,
  PendingMove,
  StoredEntry,
} from './order-document.ts'
export type { Order } from './order-sealing.ts'
export type { NewOrder, OrderQuery, Orders } from './orders.ts'
export type { Seats, TakenSeat } from './seats.ts'
export type { Session, SessionKind } from './sessions.ts'
export type { NewWaitlistEntry, Waitlist, WaitlistEntry, WaitlistState } from './waitlist.ts'
export type { NewUpload, Upload, Uploads } from './uploads.ts'

/** What one shop keeps. Nothing of another shop can be read or written through it. */
export interface ShopStore {
  readonly shop: string
  /** What stands for a value that nobody may read out of the name of a record, such as a phone number; keyed. */
  readonly blind: (value: string) => string
  readonly claims: Claims
  readonly pools: Pools
  readonly seats: Seats
  readonly holds: Holds
  readonly orders: Orders
  readonly entitlements: Entitlements
  readonly waitlist: Waitlist
  readonly customers: Customers
  readonly sessions: Sessions
  readonly signInCodes: SignInCodes
  readonly answers: Answers
  readonly versions: ShopVersions
  readonly notices: Notices
  readonly events: Events
  readonly leases: Leases
  readonly reveals: Reveals
  readonly uploads: Uploads
}

export interface Store {
  /** `shop`: id of the shop, or of one of several sandboxes of it. */
  forShop(shop: string): ShopStore
  /** Removes everything of a shop. For sandboxes. */
  forget(shop: string): Promise<void>
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  /** As `MONGODB_URI`: a replica set, a sharded cluster, or the embedded database. */
  readonly uri: string
  readonly keys: DataKeys
  /** The one in the URI, or `kaidian`, unless told otherwise. */
  readonly database?: string
}

/** Connects and makes the indexes that are missing. Throws the driver's error when the database does not answer. */
export async function openStore({ uri, keys, database }: StoreOptions): Promise<Store> {
  const client = new MongoClient(uri, {
    ignoreUndefined: true,
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: 'majority' },
    appName: 'kaidian',
  })
  try {
    await client.connect()
    const named = database ?? (client.options.dbName === 'test' ? 'kaidian' : client.options.dbName)
    const db = client.db(named)
    const collections = collectionsOf(db)
    await ensureIndexes(collections)
    return {
      forShop: (shop) => ({
        shop,
        blind: (value) => keys.blindIndex(`${shop}/limit`, value),
        pools: poolsOf(collections, shop),
        claims: claimsOf(collections, poolsOf(collections, shop), shop),
        seats: seatsOf(collections, shop),
        holds: holdsOf(collections, shop),
        orders: ordersOf(collections, keys, shop),
        entitlements: entitlementsOf(collections, shop),
        waitlist: waitlistOf(collections, keys, shop),
        customers: customersOf(collections, keys, shop),
        sessions: sessionsOf(collections, shop),
        signInCodes: signInCodesOf(collections, keys, shop),
        answers: answersOf(collections, keys, shop),
        versions: shopVersionsOf(collections, shop),
        notices: noticesOf(collections, shop),
        events: eventsOf(collections, shop),
        leases: leasesOf(collections, shop),
        reveals: revealsOf(collections, shop),
        uploads: uploadsOf(collections, shop),
      }),
      async forget(shop) {
        for (const collection of Object.values(collections)) await collection.deleteMany({ shop })
      },
      async ping() {
        await db.command({ ping: 1 })
      },
      close: () => client.close(),
    }
  } catch (error) {
    await client.close().catch(() => {})
    throw error
  }
}
