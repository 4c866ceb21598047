import type { OrderRecord } from '../domain/index.ts'
import type { DataKeys } from '../keys.ts'
import { readClaim } from './claim-ref.ts'
import { phoneIndex, phoneTailIndex } from './customers.ts'
import { entryOf, type Filled, type OrderEntry, type Written } from './order-change.ts'
import type { OrderDocument } from './order-document.ts'

type Sealed = 'answers' | 'participants' | 'feedback' | 'invoice'

/** An order as it is stored, opened: answers readable, the ledger with how each refund went. */
export interface Order
  extends Omit<OrderDocument, '_id' | Sealed | 'ledger' | 'outcomes' | 'phone' | 'phoneTail'>, OrderRecord {
  readonly entries: readonly OrderEntry[]
  /** WeChat Pay's number of each capture. */
  readonly transactions: Readonly<Record<string, string>>
  readonly erased: boolean
}

/** What an order has that was made before it could have it. */
export const UNSAID = {
  participants: null,
  feedback: null,
  invoice: null,
  invoicing: null,
  score: null,
  transfers: 0,
  transfer: null,
  approval: null,
  charges: [],
  withdrawals: [],
  seats: [],
  pendingMove: null,
  balanceDue: null,
  remindedAt: null,
  leftOpen: false,
  note: null,
  returnRate: 10_000,
} as const satisfies Partial<OrderDocument>

export interface OrderSealing {
  /** The fields that keep what was filled in; those not given are not touched. */
  readonly seal: (order: string, filled: Filled) => Written
  readonly read: (stored: OrderDocument) => Order
}

export function orderSealing(keys: DataKeys, shop: string): OrderSealing {
  const placeOf = (id: string, field: Sealed) => `${shop}/orders/${id}/${field}`
  const open = (id: string, field: Sealed, sealed: string | null): unknown =>
    sealed === null ? null : JSON.parse(keys.open(sealed, placeOf(id, field)))

  return {
    seal(id, { contactPhone, ...filled }) {
      const sealed: { [field in Sealed]?: string } = {}
      for (const field of ['answers', 'participants', 'feedback', 'invoice'] as const)
        if (filled[field] !== undefined) sealed[field] = keys.seal(JSON.stringify(filled[field]), placeOf(id, field))
      if (contactPhone === undefined) return sealed
      return {
        ...sealed,
        phone: contactPhone && phoneIndex(keys, shop, contactPhone),
        phoneTail: contactPhone && phoneTailIndex(keys, shop, contactPhone.slice(-4)),
      }
    },

    read(stored) {
      const { _id: id, ledger, outcomes, phone: _phone, phoneTail: _tail, ...rest } = { ...UNSAID, ...stored }
      return {
        ...rest,
        id,
        answers: (open(id, 'answers', rest.answers) ?? {}) as Record<string, unknown>,
        participants: (open(id, 'participants', rest.participants) ?? []) as Record<string, unknown>[],
        feedback: open(id, 'feedback', rest.feedback) as Record<string, unknown> | null,
        invoice: open(id, 'invoice', rest.invoice) as Record<string, unknown> | null,
        claim: readClaim(rest.claim),
        releases: rest.releases.map(readClaim),
        attempts: rest.attempts.map((attempt) => ({ ...attempt, purpose: attempt.purpose ?? 'order' })),
        entries: ledger.map((entry) => entryOf(id, entry, outcomes)),
        transactions: Object.fromEntries(
          ledger.flatMap(({ id: entry, transaction }) => (transaction ? [[entry, transaction]] : [])),
        ),
        erased: rest.answers === null,
      }
    },
  }
}
