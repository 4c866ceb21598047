import { newToken } from '../ids.ts'
import type { Clock } from '../domain/index.ts'
import type { Log } from '../flow/context.ts'
import type { ShopStore } from '../store/index.ts'

/** Work that is done again and again. It must be safe to do twice, and to stop anywhere. */
export interface Task {
  readonly name: string
  /** Milliseconds between two rounds. */
  readonly every: number
  run(): Promise<void>
}

export interface Jobs {
  /** One round of every task, whether it is time or not, where no other process has the lease. */
  run(): Promise<void>
  /** One round soon: some step has left work. */
  poke(): void
  /** Waits for the round under way and lets the leases go. */
  close(): Promise<void>
}

export interface JobsOptions {
  readonly tasks: readonly Task[]
  readonly store: ShopStore
  readonly clock: Clock
  readonly log: Log
  /** False: only `run` and `poke` do anything. */
  readonly timer: boolean
}

const LEASE = 'jobs'
const LEASE_MS = 60_000
const TICK_MS = 1000

/** Runs tasks for one shop. Of several processes that share a store one does the work, until it ends or dies. */
export function startJobs({ tasks, store, clock, log, timer }: JobsOptions): Jobs {
  const holder = newToken().slice(0, 16)
  const due = new Map(tasks.map(({ name }) => [name, 0]))
  let chain: Promise<void> = Promise.resolve()
  let poked = false
  let closed = false
  let acquiredAt: number | undefined
  /** When another process was found to have the lease. */
  let refusedAt: number | undefined

  const isWithin = (ms: number, since: number | undefined, now: number): boolean =>
    since !== undefined && now >= since && now - since < ms

  /** The lease is written again when half of it is over. */
  async function holdsLease(): Promise<boolean> {
    const now = clock.now()
    if (isWithin(LEASE_MS / 2, acquiredAt, now.getTime())) return true
    const acquired = await store.leases.acquire(LEASE, holder, now, LEASE_MS)
    acquiredAt = acquired ? now.getTime() : undefined
    refusedAt = acquired ? undefined : now.getTime()
    return acquired
  }

  async function round(only: (task: Task) => boolean): Promise<void> {
    for (const task of tasks.filter(only)) {
      if (closed) return
      due.set(task.name, Date.now() + task.every)
      try {
        if (await holdsLease()) await task.run()
      } catch (error) {
        if (!closed) log.error({ task: task.name, error: (error as Error).stack }, 'A task failed; it is tried again.')
      }
    }
  }

  /** One round after the other. */
  const enqueue = (only: (task: Task) => boolean): Promise<void> => {
    chain = chain.then(() => round(only))
    return chain
  }

  const ticker = timer
    ? setInterval(() => {
        const now = Date.now()
        if (tasks.some(({ name }) => (due.get(name) ?? 0) <= now))
          void enqueue(({ name }) => (due.get(name) ?? 0) <= now)
      }, TICK_MS).unref()
    : undefined

  return {
    run: () => enqueue(() => true),
    poke() {
      // Whoever has the lease finds the work within a second: not every step need ask for it.
      if (poked || closed || isWithin(TICK_MS, refusedAt, clock.now().getTime())) return
      poked = true
      setImmediate(() => {
        // What is left until that round begins is work for it: rounds do not pile up.
        chain = chain.then(() => {
          poked = false
          return round(({ every }) => every <= TICK_MS)
        })
      })
    },
    async close() {
      closed = true
      clearInterval(ticker)
      await chain
      if (acquiredAt !== undefined) await store.leases.release(LEASE, holder).catch(() => {})
    },
  }
}
