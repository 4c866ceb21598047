/** What holds after the sale: what may be cancelled, moved and passed on, at what price, and what is due when. */
export { approvalOf } from './policies/approval.ts'
export { cancellationPreview, type CancellationQuestion } from './policies/cancellation.ts'
export { nextPayment, type NextPayment } from './policies/next-payment.ts'
export { noShowBan } from './policies/no-show.ts'
export { holdMinutes } from './policies/of-service.ts'
export { lineRefund, type Part, shareOf } from './policies/paid-share.ts'
export { type RescheduleCheck, rescheduleCheck, type RescheduleQuestion } from './policies/reschedule.ts'
export { type TransferCheck, transferCheck, type TransferQuestion } from './policies/transfer.ts'
