import { Binary, Long } from 'bson'
import { RANGES } from './catalog-keys.ts'
import { decode, encode } from './bson.ts'
import { CommandError } from './errors.ts'
import { inRange } from './keys.ts'
import type { View, Writer } from './view.ts'

/** How long a session's last write is remembered, as the driver's sessions last. */
const SESSION_MS = 30 * 60_000

/** What became of a session's last numbered write: its reply, or that its transaction was committed. */
interface Retry {
  readonly number: Long
  readonly at: Date
  readonly reply: Binary | null
}

const keyOf = (session: string): Buffer => inRange(RANGES.retries, Buffer.from(session, 'hex'))

/**
 * The reply a write of this number was given before, or undefined when it is new. It is stored in the commit of the write
 * itself, so that a write repeated after any crash is done once. Throws TransactionTooOld.
 */
export function recordedReply(view: View, session: string, number: bigint): { reply: Buffer | null } | undefined {
  const raw = view.get(keyOf(session))
  if (!raw) return undefined
  const record = decode(raw) as unknown as Retry
  const last = Long.fromValue(record.number).toBigInt()
  if (last > number)
    throw new CommandError(
      'TransactionTooOld',
      `Retryable write with txnNumber ${number} is prohibited: a newer one, ${last}, has started.`,
    )
  return last === number ? { reply: record.reply ? Buffer.from(record.reply.value()) : null } : undefined
}

/** `reply` null: a committed transaction. */
export function recordReply(writer: Writer, session: string, number: bigint, reply: Buffer | null): void {
  const record: Retry = { number: Long.fromBigInt(number), at: new Date(), reply: reply && new Binary(reply) }
  writer.put(keyOf(session), encode({ ...record }))
}

/** Forgets sessions that have been over for long. */
export function forgetOldReplies(writer: Writer, now: number): void {
  for (const { key, value } of writer.range(inRange(RANGES.retries), inRange(RANGES.retries + 1))) {
    const { at } = decode(value) as unknown as Retry
    if (now - at.getTime() > SESSION_MS) writer.remove(key)
  }
}
