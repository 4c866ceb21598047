import type { Log } from '../flow/context.ts'
import type { EventType, Order } from '../store/index.ts'

export interface OrderEventMessage {
  readonly id: string
  readonly type: EventType
  readonly order: string
  readonly at: Date
}

/** Tells somebody what happened. Called at least once for each event, in the order of an order's events; `id` tells a repetition. */
export interface EventSender {
  send(event: OrderEventMessage, order: Order): Promise<void>
}

/** Notes each event in the log, without anything a customer filled in. */
export const logEvents = (log: Log): EventSender => ({
  async send({ type, order, at }) {
    log.info({ event: type, order, at: at.toISOString() }, 'event')
  },
})
