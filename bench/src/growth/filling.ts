import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient, type Db, type Document } from 'mongodb'
import { openDataKeys, openStore, type DataKeys } from '@kaidian/runtime'
import { openEmbeddedDatabase } from '@kaidian/runtime/embedded'
import type { ShopStore } from '@kaidian/runtime/store'
import { SHOP } from '../booking/bare-routes.ts'

/** A store that is being filled. */
export interface Filling {
  readonly store: ShopStore
  /** For what the store takes one by one only. */
  readonly db: Db
  readonly keys: DataKeys
}

/** Fills a store in a folder of its own, closes it and gives the folder. */
export async function filledFolder(fill: (filling: Filling) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-bench-growth-'))
  const keys = openDataKeys(folder)
  const database = await openEmbeddedDatabase({ folder: join(folder, 'database') })
  const store = await openStore({ uri: database.uri, keys })
  const client = new MongoClient(database.uri, { writeConcern: { w: 'majority' } })
  try {
    await fill({ store: store.forShop(SHOP), db: client.db('kaidian'), keys })
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  } finally {
    await client.close()
    await store.close()
    await database.close()
  }
}

const AT_ONCE = 500

/** Stores documents as they are, many with one command. */
export async function insertAll(db: Db, name: string, documents: Iterable<Document>): Promise<void> {
  let batch: Document[] = []
  const store = async (): Promise<void> => {
    if (batch.length > 0) await db.collection(name).insertMany(batch, { ordered: false })
    batch = []
  }
  for (const document of documents) if (batch.push(document) === AT_ONCE) await store()
  await store()
}

export const unguessable = (): string => randomBytes(12).toString('base64url')
