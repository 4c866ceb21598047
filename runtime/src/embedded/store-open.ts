import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import type { RootDatabase } from 'lmdb'
import { RANGES } from './catalog-keys.ts'
import { EmbeddedDatabaseError, folderFault } from './errors.ts'
import { inRange } from './keys.ts'
import { faultOfStoreFile } from './store-file.ts'

export type Lmdb = RootDatabase<Buffer, Buffer>

/** What this database writes into its file; another number is another layout of keys and values. */
const FORMAT = '1'
const FORMAT_KEY = inRange(RANGES.lock, Buffer.from('format'))

/** Opens the store of a folder, or makes both. Throws `EmbeddedDatabaseError`; nothing damaged is opened, nor anything made in its place. */
export async function openStore(folder: string): Promise<Lmdb> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.R_OK)
    const path = join(folder, 'store.mdb')
    if (!existsSync(path)) await makeStore(folder, path)
    const fault = faultOfStoreFile(path)
    if (fault) throw new EmbeddedDatabaseError(fault.code, fault.detail)
    makeLock(folder, `${path}-lock`)
    const lmdb = openFile(path)
    const format = lmdb.get(FORMAT_KEY)?.toString() ?? FORMAT
    if (format === FORMAT) return lmdb
    await lmdb.close()
    throw new EmbeddedDatabaseError('FOLDER_OTHER_VERSION', `${path} has format ${format}, not ${FORMAT}`)
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error
    throw new EmbeddedDatabaseError(folderFault(error) ?? 'FOLDER_DAMAGED', `${folder}: ${(error as Error).message}`)
  }
}

function openFile(path: string): Lmdb {
  return open<Buffer, Buffer>({
    path,
    keyEncoding: 'binary',
    encoding: 'binary',
    // A commit resolves only when the disk has it.
    overlappingSync: false,
    maxReaders: 1024,
  })
}

/** More than lmdb's table of {@link openFile}'s readers needs. */
const LOCK_BYTES = 128 * 1024

/**
 * Gives lmdb's lock file all its blocks. lmdb makes it with holes and maps it into memory, where a hole that a full disk
 * cannot fill ends the process.
 */
function makeLock(folder: string, path: string): void {
  if (existsSync(path)) return
  const draft = draftIn(folder)
  try {
    writeFileSync(draft, Buffer.alloc(LOCK_BYTES), { mode: 0o600 })
    giveName(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Makes the file beside its place and gives it its name when it is whole. An empty file of that name has then lost what it
 * held, and of two processes that make one the second finds the first one's.
 */
async function makeStore(folder: string, path: string): Promise<void> {
  const draft = draftIn(folder)
  try {
    makeLock(folder, `${draft}-lock`)
    const lmdb = openFile(draft)
    lmdb.transactionSync(() => void lmdb.put(FORMAT_KEY, Buffer.from(FORMAT)))
    await lmdb.close()
    giveName(draft, path)
  } finally {
    for (const name of [draft, `${draft}-lock`]) rmSync(name, { force: true })
  }
}

const draftIn = (folder: string): string => join(folder, `new-${randomBytes(6).toString('hex')}.mdb`)

/** Names a file that is whole, unless there is one of that name. Some file systems know no links; there lmdb makes its files in place. */
function giveName(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!/^(EEXIST|EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(code ?? '')) throw error
  }
}
