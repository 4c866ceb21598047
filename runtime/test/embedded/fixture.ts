import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import type { Collection, Db, Document } from 'mongodb'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import type { EmbeddedDatabase, EmbeddedDatabaseOptions } from '../../src/embedded/index.ts'

/** Documents of any kind, whose `_id` the test may give. */
export interface Doc extends Document {
  _id?: string | number
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'kd-'))

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

export interface Fixture {
  readonly database: EmbeddedDatabase
  readonly client: MongoClient
  readonly db: Db
  /** A collection no other test has used. */
  collection(): Collection<Doc>
}

/** `patienceMs`: how long it waits for a server that is gone. */
export const connectTo = (uri: string, patienceMs = 5000): MongoClient =>
  new MongoClient(uri, { serverSelectionTimeoutMS: patienceMs, maxPoolSize: 40 })

/** Opens one database for the tests of a `describe`, and closes it after them. */
export function withDatabase(options: Partial<EmbeddedDatabaseOptions> = {}): Fixture {
  const held: { database?: EmbeddedDatabase; client?: MongoClient } = {}
  const folder = newFolder()
  let count = 0
  before(async () => {
    held.database = await openEmbeddedDatabase({ folder, ...options })
    held.client = connectTo(held.database.uri)
    await held.client.connect()
  })
  after(async () => {
    await held.client?.close()
    await held.database?.close()
    removeFolder(folder)
  })
  const opened = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The database is open only while its tests run')
    return value
  }
  return {
    get database() {
      return opened(held.database)
    },
    get client() {
      return opened(held.client)
    },
    get db() {
      return opened(held.client).db('shop')
    },
    collection() {
      return opened(held.client).db('shop').collection<Doc>(`c${++count}`)
    },
  }
}

/** The error a promise is refused with; fails when it is not refused. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code?: unknown; codeName?: unknown; message: string }> {
  try {
    await work
  } catch (error) {
    return error as Error
  }
  throw new Error('It was not refused')
}
