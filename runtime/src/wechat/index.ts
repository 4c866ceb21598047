export * from './errors.ts'
export * from './open-api.ts'
export * from './pay.ts'
export type { Notice, NoticeHeaders } from './pay-notice.ts'
export type {
  PaidTransaction,
  RefundState,
  RefundStatus,
  TradeState,
  Transaction,
  UnpaidTransaction,
} from './pay-records.ts'
export { fitSubscribeField, SUBSCRIBE_FIELD_LENGTHS } from './subscribe-fields.ts'
