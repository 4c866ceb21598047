import { fenOf } from '../format.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { returnable, type Action } from './actions.ts'
import type { ActionInput } from './use-action.ts'

/** What staff filled in; which of it counts depends on the action. */
export interface Filled {
  /** Yuan, as typed. */
  readonly amount?: string
  readonly reason?: string
  readonly number?: string
  readonly by?: 'amount' | 'lines' | 'places'
  readonly lines?: readonly number[]
  readonly places?: readonly number[]
}

const reasoned = (reason: string | undefined): { readonly reason?: string } =>
  reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }

/** What is sent for an action. */
export function inputOf(action: Action, filled: Filled, order: Pick<ConsoleOrder, 'money' | 'withdrawn'>): ActionInput {
  const { amount = '', number = '', reason, by = 'amount', lines = [], places = [] } = filled
  const fen = fenOf(amount)
  switch (action) {
    case 'approve':
    case 'reject':
      return { decision: action, ...reasoned(reason) }
    case 'issueInvoice':
      return number.trim() === '' ? {} : { number: number.trim() }
    case 'onSite':
      return fen === null ? {} : { amount: fen }
    case 'refund':
      return {
        ...reasoned(reason),
        ...(by === 'lines' ? { lines } : by === 'places' ? { places } : fen === null ? {} : { amount: fen }),
      }
    case 'withdraw':
      return { ...reasoned(reason), places }
    case 'cancellation':
      // What those who left have been given back is the server's to reckon; no sum was shown for it.
      return { ...reasoned(reason), ...(order.withdrawn.length === 0 ? { expectedRefund: returnable(order) } : {}) }
    case 'checkIn':
    case 'completion':
    case 'noShow':
      return {}
  }
}
