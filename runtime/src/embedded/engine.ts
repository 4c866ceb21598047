import { Timestamp } from 'bson'
import { encode } from './bson.ts'
import type { Document } from './bson.ts'
import { Catalog, collectGarbage } from './catalog.ts'
import type { Collection } from './collection.ts'
import { Cursors } from './cursors.ts'
import { timedView, timedWriter, waitUntil } from './deadline.ts'
import { CommandError } from './errors.ts'
import { forgetOldReplies, recordReply, recordedReply } from './retries.ts'
import type { Request } from './request.ts'
import type { Storage } from './storage.ts'
import { Blocked, Transactions, noSuchTransaction } from './transactions.ts'
import { deleteExpired } from './ttl.ts'
import type { View, Writer } from './view.ts'

export interface EngineOptions {
  /** How often expired documents are looked for. */
  readonly sweepMs: number
  /** How long a transaction may stay open. */
  readonly transactionMs: number
}

/** The database without its wire: what commands work with. */
export class Engine {
  readonly storage: Storage
  readonly catalog = new Catalog()
  readonly cursors = new Cursors()
  readonly transactions: Transactions
  readonly startedAt = Date.now()
  private readonly timers: NodeJS.Timeout[] = []
  private lastTime = { seconds: 0, count: 0 }
  private sweeping: Promise<void> = Promise.resolve()

  constructor(storage: Storage, options: EngineOptions) {
    this.storage = storage
    this.transactions = new Transactions(storage, this.catalog, options.transactionMs)
    this.catalog.load(storage.latest())
    storage.onFailedCommit = () => this.catalog.load(storage.latest())
    const every = (ms: number, work: () => void): void => {
      this.timers.push(setInterval(work, ms))
    }
    every(Math.min(1000, options.transactionMs), () => {
      this.transactions.abortOverdue(Date.now())
      this.cursors.killIdle(Date.now())
    })
    every(options.sweepMs, () => this.sweep())
    this.sweep()
  }

  /** What a read sees: the transaction's own view, or the latest state. */
  view(request: Request): View {
    return timedView(request.transaction ? request.transaction.overlay : this.storage.latest(), endOf(request))
  }

  /** The collection of a statement, if there is one. */
  collection(request: Request, namespace: string): Collection | undefined {
    const collection = this.catalog.get(namespace)
    if (collection && request.transaction) this.transactions.use(request.transaction, collection)
    return collection
  }

  /** As {@link collection}, made when it is not there. */
  async ensureCollection(request: Request, namespace: string): Promise<Collection> {
    if (!this.catalog.get(namespace))
      await this.change((writer) => {
        if (!this.catalog.get(namespace)) this.catalog.create(writer, namespace)
      })
    return this.collection(request, namespace) as Collection
  }

  /** Runs a write that belongs to no client's statement. */
  change<T>(work: (writer: Writer) => T): Promise<T> {
    const claims: string[] = []
    return this.storage.write((writer) => {
      claims.length = 0
      const result = work(writer)
      this.transactions.noteChanges(claims)
      return result
    }, this.transactions.plainClaim(claims))
  }

  /**
   * Runs a writing statement: in its transaction, or on its own, once for each numbered retry, after the
   * transactions that hold its documents. Returns the reply's bytes.
   */
  async write(request: Request, work: (writer: Writer) => Document): Promise<Buffer> {
    const { transaction, session, txnNumber } = request
    const until = endOf(request)
    if (transaction) {
      const reply = work(timedWriter(transaction.overlay, until))
      // A failed write leaves nothing of its transaction, as with MongoDB.
      if ('writeErrors' in reply) this.transactions.abort(transaction)
      return encode(reply)
    }
    for (;;)
      try {
        return await this.change((writer) => {
          if (session === undefined || txnNumber === undefined) return encode(work(timedWriter(writer, until)))
          const recorded = recordedReply(writer, session, txnNumber)
          if (recorded?.reply) return recorded.reply
          if (recorded) throw noSuchTransaction(txnNumber)
          const reply = encode(work(timedWriter(writer, until)))
          recordReply(writer, session, txnNumber, reply)
          return reply
        })
      } catch (error) {
        if (!(error instanceof Blocked)) throw error
        await waitUntil(error.by.ended, until)
      }
  }

  /** A time that never repeats, as `operationTime` and `$clusterTime` need. */
  time(): Timestamp {
    const seconds = Math.floor(Date.now() / 1000)
    this.lastTime =
      seconds > this.lastTime.seconds
        ? { seconds, count: 1 }
        : { seconds: this.lastTime.seconds, count: this.lastTime.count + 1 }
    return new Timestamp({ t: this.lastTime.seconds, i: this.lastTime.count })
  }

  /** Removes what has expired or was dropped; one sweep at a time. */
  sweep(): void {
    this.sweeping = this.sweeping
      .then(async () => {
        await deleteExpired(this, Date.now())
        await this.change((writer) => forgetOldReplies(writer, Date.now()))
        while (await this.change((writer) => collectGarbage(writer, 2000)));
      })
      .catch((error: unknown) => {
        if (!(error instanceof CommandError || error instanceof Blocked)) throw error
      })
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer)
    this.transactions.abortAll()
    await this.sweeping
    await this.storage.close()
  }
}

/** When a command that begins now must have ended. */
const endOf = ({ maxTime }: Request): number | undefined => maxTime && Date.now() + maxTime
