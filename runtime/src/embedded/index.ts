import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { EmbeddedDatabaseError } from './errors.ts'
import type { Said, Start } from './process.ts'

export { EMBEDDED_FAULTS, EmbeddedDatabaseError } from './errors.ts'
export type { EmbeddedFault } from './errors.ts'

export interface EmbeddedDatabaseOptions {
  /** Where the database lives; made when it is not there. One process at a time may open it. */
  readonly folder: string
  /** Path of the Unix socket; by default `database.sock` in the folder, or a short path when that is too long. */
  readonly socket?: string
  /** `tcp`: a port of the loopback address, which is open to every user of the machine. The default is `unix` but on Windows. */
  readonly transport?: 'unix' | 'tcp'
  /** How often documents that have expired are deleted, in milliseconds. */
  readonly sweepMs?: number
  /** How long a transaction may stay open, in milliseconds. */
  readonly transactionMs?: number
}

export interface EmbeddedDatabase {
  /** For `new MongoClient(uri)`, in this and any other process of this user. */
  readonly uri: string
  /** Lets running commands finish, and closes. */
  close(): Promise<void>
  /** Resolves when it has stopped: with the error if nobody had asked it to. */
  readonly closed: Promise<Error | undefined>
}

/**
 * Starts the single-node default store: a server that speaks as much of MongoDB's wire protocol as the product uses.
 * It runs in a thread of its own: requests do not wait for the caller's work nor it for theirs, and, unlike a child
 * process, it cannot outlive its owner and keep the folder locked. Throws `EmbeddedDatabaseError`.
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const start: Start = {
    folder: resolve(options.folder),
    socket: options.socket,
    transport: options.transport ?? (process.platform === 'win32' ? 'tcp' : 'unix'),
    sweepMs: options.sweepMs ?? 60_000,
    transactionMs: options.transactionMs ?? 60_000,
  }
  const worker = startWorker(start)
  let isClosing = false
  let crash: Error | undefined
  worker.on('error', (error: Error) => {
    crash = error
  })
  const closed = new Promise<Error | undefined>((done) => {
    worker.once('exit', () =>
      done(
        isClosing && !crash ? undefined : new EmbeddedDatabaseError('STOPPED', crash?.message ?? 'no reason was given'),
      ),
    )
  })
  const address = await new Promise<string>((done, fail) => {
    worker.on('message', (said: Said) => {
      if (said.kind === 'listening') done(said.address)
      if (said.kind === 'failed') {
        void worker.terminate()
        fail(new EmbeddedDatabaseError(said.code, said.detail))
      }
    })
    void closed.then((error) => fail(new EmbeddedDatabaseError('START_FAILED', error?.message ?? start.folder)))
  })
  // The owner may end when its own work is done.
  worker.unref()
  const host = start.transport === 'tcp' ? address : encodeURIComponent(address)
  return {
    uri: `mongodb://${host}/?directConnection=true`,
    closed,
    close: async () => {
      if (!isClosing) {
        isClosing = true
        worker.ref()
        worker.postMessage('close')
      }
      await closed
    },
  }
}

/** Starts the thread as TypeScript through tsx where this file is TypeScript, else as it is. */
function startWorker(start: Start): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = new URL(isSource ? './process.ts' : './process.js', import.meta.url)
  if (!isSource) return new Worker(entry, { workerData: start })
  // A thread of Node 20 does not take over the loader of its parent; it must register its own.
  // Not import.meta.resolve: a test runner that loads TypeScript through require() does not have it.
  const tsx = new URL(
    'dist/esm/api/index.mjs',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
  ).href
  const source = `import(${JSON.stringify(tsx)}).then(({ register }) => (register(), import(${JSON.stringify(entry.href)})))`
  return new Worker(source, { eval: true, workerData: start, execArgv: [] })
}
