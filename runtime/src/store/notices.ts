import { isDuplicate, type Collections } from './collections.ts'

/** What a verified notice of WeChat Pay says, without who paid. */
export type NoticeFacts =
  | {
      readonly kind: 'payment'
      readonly outTradeNo: string
      readonly transactionId: string
      readonly total: number
      readonly paidAt: Date
    }
  | {
      readonly kind: 'refund'
      readonly outTradeNo: string
      readonly outRefundNo: string
      readonly status: string
      readonly endedAt: Date | null
    }

export interface NoticeDocument {
  /** `shop/<WeChat's id of the notice>` */
  readonly _id: string
  readonly shop: string
  readonly state: 'received' | 'done'
  readonly facts: NoticeFacts
  readonly receivedAt: Date
}

/** Verified notices, kept before they are answered and until they have had their effect. */
export interface Notices {
  /** False: this notice has had its effect already. */
  receive(id: string, facts: NoticeFacts, now: Date): Promise<boolean>
  done(id: string): Promise<void>
  /** Received before `before` and not done, the oldest first. */
  waiting(before: Date, limit: number): Promise<{ id: string; facts: NoticeFacts }[]>
  sweep(before: Date): Promise<number>
}

export function noticesOf({ notices }: Collections, shop: string): Notices {
  const keyOf = (id: string) => `${shop}/${id}`
  return {
    async receive(id, facts, now) {
      try {
        await notices.insertOne({ _id: keyOf(id), shop, state: 'received', facts, receivedAt: now })
        return true
      } catch (error) {
        if (!isDuplicate(error)) throw error
        return (await notices.findOne({ _id: keyOf(id) }))?.state === 'received'
      }
    },
    async done(id) {
      await notices.updateOne({ _id: keyOf(id) }, { $set: { state: 'done' } })
    },
    async waiting(before, limit) {
      const found = await notices
        .find({ shop, state: 'received', receivedAt: { $lte: before } })
        .sort({ receivedAt: 1 })
        .limit(limit)
        .toArray()
      return found.map(({ _id, facts }) => ({ id: _id.slice(shop.length + 1), facts }))
    },
    async sweep(before) {
      return (await notices.deleteMany({ shop, state: 'done', receivedAt: { $lte: before } })).deletedCount
    },
  }
}
