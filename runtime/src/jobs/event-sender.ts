import type { EventSender, Log } from '../flow/context.ts'

export type { EventMessage as OrderEventMessage, EventSender } from '../flow/context.ts'

/** Notes each event in the log, without anything a customer filled in. */
export const logEvents = (log: Log): EventSender => ({
  async send({ type, order, at }) {
    log.info({ event: type, order, at: at.toISOString() }, 'event')
  },
})

/** One after the other; when one fails, the event is sent again, to all of them. */
export const inTurn = (...senders: readonly EventSender[]): EventSender => ({
  async send(event, order) {
    for (const sender of senders) await sender.send(event, order)
  },
})
