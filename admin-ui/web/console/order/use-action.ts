import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { call, newKey, ServerError } from '../server/client.ts'
import { useRefreshOrders } from '../server/queries.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import type { Action } from './actions.ts'

const PATHS: Readonly<Record<Action, string>> = {
  approve: 'approval',
  reject: 'approval',
  checkIn: 'check-in',
  onSite: 'on-site-payments',
  completion: 'completion',
  noShow: 'no-show',
  issueInvoice: 'invoice',
  refund: 'refunds',
  withdraw: 'cancellation',
  cancellation: 'cancellation',
}

/** What an action is told: `amount` in fen, `lines` and `places` as indexes, the refund that was shown. */
export interface ActionInput {
  readonly decision?: 'approve' | 'reject'
  readonly amount?: number
  readonly lines?: readonly number[]
  readonly places?: readonly number[]
  readonly reason?: string
  /** Of the invoice. */
  readonly number?: string
  readonly expectedRefund?: number
}

/**
 * Does one action on one order. A second attempt after a broken connection carries the same key, so that money taken or
 * returned is so once; after an answer the key is spent.
 */
export function useAction(action: Action, order: string) {
  const refresh = useRefreshOrders()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (body: ActionInput) =>
      call<ConsoleOrder>(`console/orders/${encodeURIComponent(order)}/${PATHS[action]}`, {
        method: 'POST',
        body,
        key: key.current,
      }),
    onError: (error) => {
      if (error instanceof ServerError && error.code !== 'NETWORK') key.current = newKey()
    },
    // Also after a refusal: the order is not what was on screen.
    onSettled: refresh,
  })
}
