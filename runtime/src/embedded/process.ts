import { chmodSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Engine } from './engine.ts'
import { EmbeddedDatabaseError, folderFault } from './errors.ts'
import type { EmbeddedFault } from './errors.ts'
import { MAX_SOCKET_PATH, isListening, lockFolder, removeSocket, socketPath } from './lock.ts'
import { WireServer } from './server.ts'
import { Storage } from './storage.ts'

/** What the thread is started with. */
export interface Start {
  readonly folder: string
  readonly socket: string | undefined
  readonly transport: 'unix' | 'tcp'
  readonly sweepMs: number
  readonly transactionMs: number
}

/** What the thread says: that it serves at an address, that it could not start, or that it has closed. */
export type Said =
  | { readonly kind: 'listening'; readonly address: string }
  | { readonly kind: 'failed'; readonly code: EmbeddedFault; readonly detail: string }
  | { readonly kind: 'closed' }

const GRACE_MS = 2000

async function start({ folder, socket, transport, sweepMs, transactionMs }: Start): Promise<{
  address: string
  close(): Promise<void>
}> {
  const storage = await Storage.open(folder)
  let undo: () => Promise<void> = () => storage.close()
  try {
    const lock = await lockFolder(storage, folder)
    undo = async () => {
      await lock.release()
      await storage.close()
    }
    const engine = new Engine(storage, { sweepMs, transactionMs })
    undo = async () => {
      await lock.release()
      await engine.close()
    }
    const server = new WireServer(engine)
    if (transport === 'tcp') await server.listen({ host: '127.0.0.1', port: 0 })
    else await listenOn(server, socket ?? socketPath(folder, 'database.sock'))
    return {
      address: server.address,
      close: async () => {
        await server.close(GRACE_MS)
        await lock.release()
        await engine.close()
      },
    }
  } catch (error) {
    await undo()
    throw error
  }
}

/** A file that a killed server left at `path` is removed first: the folder's lock is held, so nobody uses it. */
async function listenOn(server: WireServer, path: string): Promise<void> {
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH) throw new EmbeddedDatabaseError('SOCKET_TOO_LONG', path)
  if (await isListening(path)) throw new EmbeddedDatabaseError('SOCKET_IN_USE', path)
  removeSocket(path)
  await server.listen({ path })
  chmodSync(path, 0o600)
}

const port = parentPort
if (port) {
  const say = (said: Said): void => port.postMessage(said)
  try {
    const running = await start(workerData as Start)
    port.on('message', () => {
      void running.close().then(() => {
        say({ kind: 'closed' })
        port.close()
      })
    })
    say({ kind: 'listening', address: running.address })
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) say({ kind: 'failed', code: error.code, detail: error.detail })
    else say({ kind: 'failed', code: folderFault(error) ?? 'START_FAILED', detail: (error as Error).message })
  }
}
