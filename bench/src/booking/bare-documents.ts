import type { Collection, Db } from 'mongodb'

/** Documents of about the size and with the indexes of the product's, and nothing that thinks about them. */
export interface Doc {
  _id: string
  shop: string
  [field: string]: unknown
}

export interface ClaimDay extends Doc {
  day: string
  resource: string
  revision: number
  soonest: Date | null
  claims: { id: string; start: Date; end: Date; expiresAt: Date | null }[]
}

export interface OrderDoc extends Doc {
  customer: string
  revision: number
  state: string
  start: Date
  claim: { id: string; key: string }
  events: { type: string; at: Date }[]
  eventsSent: number
  attempts: { outTradeNo: string; amount: number; prepayId?: string }[]
  quote: { dueNow: number }
  expiresAt: Date | null
}

export interface CustomerDoc extends Doc {
  openid: string
  orders: number
  lastOrder: { id: string; at: Date } | null
  contact: string | null
}

export interface Collections {
  readonly sessions: Collection<Doc & { subject: string }>
  readonly customers: Collection<CustomerDoc>
  readonly answers: Collection<Doc>
  readonly claims: Collection<ClaimDay>
  readonly holds: Collection<Doc & { day: string; resource: string; start: Date; end: Date; amount: number }>
  readonly orders: Collection<OrderDoc>
  readonly notices: Collection<Doc & { state: string }>
  readonly events: Collection<Doc>
  readonly sequences: Collection<{ _id: string; shop: string; value: number }>
}

export const collectionsOf = (db: Db): Collections => ({
  sessions: db.collection('sessions'),
  customers: db.collection('customers'),
  answers: db.collection('answers'),
  claims: db.collection('claims'),
  holds: db.collection('holds'),
  orders: db.collection('orders'),
  notices: db.collection('notices'),
  events: db.collection('events'),
  sequences: db.collection('sequences'),
})
