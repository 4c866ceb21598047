import type { Words } from '../words/zh.ts'

/** Event names of the server, without what stands before the dot, and the words for them. */
const WORDS: Readonly<Record<string, keyof Words['event']>> = {
  created: 'created',
  placed: 'created',
  confirmed: 'confirmed',
  paid: 'paid',
  captured: 'paid',
  checked_in: 'checkedIn',
  completed: 'completed',
  no_show: 'noShow',
  cancelled: 'cancelled',
  expired: 'expired',
  rescheduled: 'rescheduled',
  on_site: 'onSite',
  on_site_payment: 'onSite',
  refund_requested: 'refundRequested',
  refunded: 'refunded',
  refund_succeeded: 'refunded',
  refund_failed: 'refundFailed',
  revealed: 'revealed',
}

/** null for an event this console has no words for. */
export const eventWord = (event: string): keyof Words['event'] | null =>
  WORDS[event.slice(event.indexOf('.') + 1).replace(/-/g, '_')] ?? null
