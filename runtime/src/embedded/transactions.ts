import { CommandError, TRANSIENT } from './errors.ts'
import type { Collection } from './collection.ts'
import type { Catalog } from './catalog.ts'
import type { Snapshot, Storage } from './storage.ts'
import { Overlay } from './view.ts'

/** One transaction of many statements: a snapshot, what it has written over it, and what it holds against others. */
export class Transaction {
  readonly session: string
  readonly number: bigint
  readonly overlay: Overlay
  readonly startedAt: number
  /** Time on the write clock that the snapshot shows. */
  readonly startedOn: number
  readonly claims = new Set<string>()
  readonly collections = new Set<Collection>()
  readonly snapshot: Snapshot
  /** Resolves when it has ended either way. */
  readonly ended: Promise<void>
  hasEnded = false
  private signalEnd: () => void = () => {}

  constructor(
    session: string,
    number: bigint,
    snapshot: Snapshot,
    clock: { startedAt: number; startedOn: number },
    onClaim: (transaction: Transaction, claim: string) => void,
  ) {
    this.session = session
    this.number = number
    this.snapshot = snapshot
    this.startedAt = clock.startedAt
    this.startedOn = clock.startedOn
    this.overlay = new Overlay(snapshot, (claim) => onClaim(this, claim))
    this.ended = new Promise((resolve) => {
      this.signalEnd = resolve
    })
  }

  end(): void {
    this.hasEnded = true
    this.snapshot.release()
    this.signalEnd()
  }
}

/** A plain write met a document that a transaction holds; it is to be tried again when that has ended. */
export class Blocked extends Error {
  readonly by: Transaction

  constructor(by: Transaction) {
    super('A transaction holds a document of this write')
    this.by = by
  }
}

const writeConflict = (): CommandError =>
  new CommandError('WriteConflict', 'Write conflict during the transaction; please retry it', TRANSIENT)

export const noSuchTransaction = (number: bigint): CommandError =>
  new CommandError(
    'NoSuchTransaction',
    `Given transaction number ${number} does not match any in-progress transactions.`,
    TRANSIENT,
  )

/**
 * The open transactions. The first to write a document (or a unique value) holds it; another transaction that writes it, or
 * one whose snapshot is older than its last change, conflicts; a plain write waits. Nothing else is ever locked.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly holders = new Map<string, Transaction>()
  /** When each document was last changed, as far back as an open snapshot reaches. */
  private readonly changed = new Map<string, number>()
  private clock = 1
  private readonly storage: Storage
  private readonly catalog: Catalog
  private readonly lifetime: number

  constructor(storage: Storage, catalog: Catalog, lifetimeMs: number) {
    this.storage = storage
    this.catalog = catalog
    this.lifetime = lifetimeMs
  }

  begin(session: string, number: bigint): Transaction {
    const clock = { startedAt: Date.now(), startedOn: this.clock }
    const transaction = new Transaction(session, number, this.storage.snapshot(), clock, (by, claim) =>
      this.hold(by, claim),
    )
    this.open.set(session, transaction)
    return transaction
  }

  of(session: string): Transaction | undefined {
    return this.open.get(session)
  }

  private hold(transaction: Transaction, claim: string): void {
    if (transaction.claims.has(claim)) return
    if (this.holders.has(claim) || (this.changed.get(claim) ?? 0) > transaction.startedOn) throw writeConflict()
    this.holders.set(claim, transaction)
    transaction.claims.add(claim)
  }

  /** Takes note that a statement of a transaction uses a collection; throws when its indexes are not those of the snapshot. */
  use(transaction: Transaction, collection: Collection): void {
    if (collection.schemaChange > transaction.startedOn)
      throw new CommandError(
        'SnapshotUnavailable',
        `The indexes of ${collection.namespace} changed after the transaction began`,
        TRANSIENT,
      )
    transaction.collections.add(collection)
  }

  /** What a plain write asks of each document it changes. Collects them in `claims`. */
  readonly plainClaim = (claims: string[]): ((claim: string) => void) => {
    return (claim) => {
      const holder = this.holders.get(claim)
      if (holder) throw new Blocked(holder)
      claims.push(claim)
    }
  }

  /** Makes a write known to open snapshots; called within the commit. */
  noteChanges(claims: Iterable<string>): void {
    if (this.open.size === 0) return
    this.clock++
    for (const claim of claims) this.changed.set(claim, this.clock)
  }

  noteSchemaChange(collection: Collection): void {
    collection.schemaChange = ++this.clock
  }

  /** Stores what the transaction wrote, with `extra` in the same commit. Throws, and ends it, on a conflict. */
  async commit(transaction: Transaction, extra: (writer: Overlay) => void): Promise<void> {
    // From here on nobody can abort it; what it holds stays held until it is stored.
    this.open.delete(transaction.session)
    try {
      await this.storage.write(
        (writer) => {
          for (const collection of transaction.collections)
            if (
              this.catalog.get(collection.namespace) !== collection ||
              collection.schemaChange > transaction.startedOn
            )
              throw writeConflict()
          for (const [key, value] of transaction.overlay.written()) {
            if (value) writer.put(key, value)
            else writer.remove(key)
          }
          extra(writer)
          this.release(transaction)
          this.noteChanges(transaction.claims)
        },
        () => {},
      )
    } finally {
      this.finish(transaction)
    }
  }

  abort(transaction: Transaction): void {
    this.open.delete(transaction.session)
    this.finish(transaction)
  }

  private finish(transaction: Transaction): void {
    this.release(transaction)
    transaction.end()
    if (this.open.size === 0) this.changed.clear()
  }

  private release(transaction: Transaction): void {
    for (const claim of transaction.claims) if (this.holders.get(claim) === transaction) this.holders.delete(claim)
  }

  /** Ends transactions that have been open too long. */
  abortOverdue(now: number): void {
    for (const transaction of this.open.values())
      if (now - transaction.startedAt > this.lifetime) this.abort(transaction)
  }

  abortAll(): void {
    for (const transaction of this.open.values()) this.abort(transaction)
  }
}
