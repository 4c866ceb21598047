import type { Transaction } from 'lmdb'
import { CommandError, folderFault } from './errors.ts'
import { openStore } from './store-open.ts'
import type { Lmdb } from './store-open.ts'
import { Overlay } from './view.ts'
import type { Entry, View } from './view.ts'

class LmdbView implements View {
  private readonly lmdb: Lmdb
  private readonly options: { transaction?: Transaction }

  constructor(lmdb: Lmdb, transaction?: Transaction) {
    this.lmdb = lmdb
    this.options = transaction ? { transaction } : {}
  }

  get(key: Buffer): Buffer | undefined {
    return this.lmdb.get(key, this.options)
  }

  range(low: Buffer, high: Buffer, reverse = false): Iterable<Entry> {
    return reverse
      ? this.lmdb.getRange({
          ...this.options,
          start: high,
          exclusiveStart: true,
          end: low,
          inclusiveEnd: true,
          reverse: true,
        })
      : this.lmdb.getRange({ ...this.options, start: low, end: high })
  }

  count(low: Buffer, high: Buffer): number {
    return this.lmdb.getKeysCount({ ...this.options, start: low, end: high })
  }
}

/** A view that stays as it was when it was taken, until it is released. */
export interface Snapshot extends View {
  release(): void
}

interface Job {
  readonly run: (writer: Overlay) => void
  readonly done: () => void
  readonly failed: (error: unknown) => void
  readonly onClaim: (claim: string) => void
}

/** The open lmdb folder. All writing goes through {@link write}, which stores many clients' writes by one sync. */
export class Storage {
  private readonly lmdb: Lmdb
  private queue: Job[] = []
  private scheduled = false
  private closing = false
  /** Called when a commit failed after statements ran: what they left in memory is not on disk. */
  onFailedCommit: () => void = () => {}

  constructor(lmdb: Lmdb) {
    this.lmdb = lmdb
  }

  /** Opens or makes the folder. Throws `EmbeddedDatabaseError`. */
  static async open(folder: string): Promise<Storage> {
    return new Storage(await openStore(folder))
  }

  /** The latest stored state. */
  latest(): View {
    this.lmdb.resetReadTxn()
    return new LmdbView(this.lmdb)
  }

  snapshot(): Snapshot {
    this.lmdb.resetReadTxn()
    const transaction = this.lmdb.useReadTransaction()
    const view = new LmdbView(this.lmdb, transaction)
    return {
      get: (key) => view.get(key),
      range: (low, high, reverse) => view.range(low, high, reverse),
      count: (low, high) => view.count(low, high),
      release: () => transaction.done(),
    }
  }

  /** Runs `work` at once and alone, in its own commit; for starting up, before clients are let in. */
  writeNow<T>(work: (view: View, put: (key: Buffer, value: Buffer) => void) => T): T {
    return this.lmdb.transactionSync(() =>
      work(new LmdbView(this.lmdb), (key, value) => void this.lmdb.put(key, value)),
    )
  }

  /**
   * Runs `work` on the latest state and resolves when its changes are on disk. What `work` throws undoes its changes
   * only. Works that come in one turn of the event loop are stored by one sync of the disk.
   */
  write<T>(work: (writer: Overlay) => T, onClaim: (claim: string) => void): Promise<T> {
    if (this.closing) return Promise.reject(new CommandError('InterruptedAtShutdown', 'The database is closing'))
    return new Promise<T>((resolve, reject) => {
      let result: T
      this.queue.push({
        run: (writer) => {
          result = work(writer)
        },
        done: () => resolve(result),
        failed: reject,
        onClaim,
      })
      if (this.scheduled) return
      this.scheduled = true
      setImmediate(() => this.flush())
    })
  }

  private flush(): void {
    this.scheduled = false
    const jobs = this.queue
    this.queue = []
    const settled: (() => void)[] = []
    try {
      this.lmdb.transactionSync(() => {
        const latest = new LmdbView(this.lmdb)
        for (const job of jobs) settled.push(this.runJob(job, latest))
      })
    } catch (error) {
      this.onFailedCommit()
      const failure = commandErrorOf(error)
      for (const job of jobs) job.failed(failure)
      return
    }
    for (const settle of settled) settle()
  }

  private runJob(job: Job, latest: View): () => void {
    const writer = new Overlay(latest, job.onClaim)
    try {
      job.run(writer)
    } catch (error) {
      return () => job.failed(error)
    }
    for (const [key, value] of writer.written()) {
      if (value) void this.lmdb.put(key, value)
      else void this.lmdb.remove(key)
    }
    return job.done
  }

  /** Bytes of the file, and bytes of it in use. */
  size(): number {
    const stats = this.lmdb.getStats() as { lastPageNumber?: number; pageSize?: number }
    return (stats.lastPageNumber ?? 0) * (stats.pageSize ?? 4096)
  }

  async close(): Promise<void> {
    this.closing = true
    if (this.scheduled) this.flush()
    await this.lmdb.close()
  }
}

function commandErrorOf(error: unknown): CommandError {
  const { message } = error as Error
  // Of a write that stopped half way lmdb says no more than EIO; a full disk is by far the commonest reason.
  if (folderFault(error) === 'DISK_FULL' || /Input\/output error|EIO/.test(message))
    return new CommandError(
      'OutOfDiskSpace',
      `磁盘已满或无法写入，这次写入没有保存；腾出空间后可以继续。The disk is full or cannot be written, and this write was not stored; make room and go on. (DISK_FULL) ${message}`,
    )
  return new CommandError('InternalError', `这次写入没有保存。This write could not be stored: ${message}`)
}
