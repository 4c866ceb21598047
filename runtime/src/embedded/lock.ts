import { createHash, randomBytes } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RANGES } from './catalog-keys.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { inRange } from './keys.ts'
import type { Storage } from './storage.ts'

/** Longest path a Unix socket may have, by the least of the systems (macOS: 104 bytes with its end). */
export const MAX_SOCKET_PATH = 103

const OWNER = inRange(RANGES.lock, Buffer.from('owner'))

/** A path for a socket in `folder`, or, where that is too long, in the folder for temporary files, by a name of this folder's own. */
export function socketPath(folder: string, name: string): string {
  const path = join(folder, name)
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH) return path
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `kaidian-${mark}-${name}`)
}

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes the folder for this process alone. The owner listens on a socket (a pipe on Windows) of a name never used before, and
 * the store holds that name. A process that was killed no longer listens, so that its lock is known at once to be stale;
 * no id of a process, which another may have been given since, is relied on. lmdb's own write lock makes two that find
 * a stale lock take turns. Throws `EmbeddedDatabaseError` FOLDER_LOCKED, which names the owner's process.
 */
export async function lockFolder(storage: Storage, folder: string): Promise<FolderLock> {
  const name = `lock-${randomBytes(6).toString('hex')}.sock`
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\kaidian-${name}` : socketPath(folder, name)
  const server = createServer((socket) => socket.destroy())
  await listen(server, path)
  const record = `${path}\n${process.pid}`
  const release = async (): Promise<void> => {
    try {
      storage.writeNow((view, put) => {
        if (view.get(OWNER)?.toString() === record) put(OWNER, Buffer.alloc(0))
      })
    } catch {
      // Of a full disk: whoever comes next finds that nobody listens.
    }
    await close(server)
  }
  try {
    for (;;) {
      const found = storage.latest().get(OWNER)?.toString() ?? ''
      const [owner = '', id = '?'] = found.split('\n')
      if (owner !== '' && (await isListening(owner)))
        throw new EmbeddedDatabaseError('FOLDER_LOCKED', `${folder} (进程 process ${id})`)
      const isMine = storage.writeNow((view, put) => {
        if ((view.get(OWNER)?.toString() ?? '') !== found) return false
        put(OWNER, Buffer.from(record))
        return true
      })
      if (!isMine) continue
      if (owner !== '') removeSocket(owner)
      return { release }
    }
  } catch (error) {
    await close(server)
    throw error
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path }, () => resolve())
  })
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

/** Whether a living process listens there. Only a clear no is a no. */
export function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      socket.destroy()
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT')
    })
  })
}

/** Removes the file a dead socket left; on Windows there is none. */
export function removeSocket(path: string): void {
  if (process.platform === 'win32') return
  try {
    unlinkSync(path)
  } catch {
    // It is gone already.
  }
}
