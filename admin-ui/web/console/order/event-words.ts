import type { Words } from '../words/zh.ts'

/** Names of the shop's events and the words for them. */
const WORDS: Readonly<Record<string, keyof Words['event']>> = {
  'order.created': 'created',
  'order.awaiting_approval': 'awaitingApproval',
  'order.approved': 'approved',
  'order.rejected': 'rejected',
  'order.partly_cancelled': 'partlyCancelled',
  'order.transferred': 'transferred',
  'order.balance_due': 'balanceDue',
  'order.balance_overdue': 'balanceOverdue',
  'entitlement.granted': 'granted',
  'entitlement.used': 'entitlementUsed',
  'entitlement.returned': 'entitlementReturned',
  'feedback.given': 'feedback',
  'invoice.asked': 'invoiceAsked',
  'invoice.issued': 'invoiceIssued',
  'reminder.due': 'reminded',
  'order.confirmed': 'confirmed',
  'order.expired': 'expired',
  'order.cancelled': 'cancelled',
  'order.rescheduled': 'rescheduled',
  'order.checked_in': 'checkedIn',
  'order.completed': 'completed',
  'order.no_show': 'noShow',
  'payment.captured': 'paid',
  'payment.on_site': 'onSite',
  'refund.requested': 'refundRequested',
  'refund.succeeded': 'refunded',
  'refund.failed': 'refundFailed',
}

/** null for an event this console has no words for. */
export const eventWord = (event: string): keyof Words['event'] | null => WORDS[event] ?? null
