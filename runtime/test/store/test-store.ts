import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import { dataKeysFrom } from '../../src/keys.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { serveElsewhere } from '../embedded/processes.ts'

export interface TestStore {
  readonly store: Store
  readonly uri: string
  readonly database: string
  readonly dataKey: string
  close(): Promise<void>
}

/** A store on what `MONGODB_URI` names, or on an embedded database of its own: in this process, or in one that others share. */
export async function openTestStore(where: 'here' | 'elsewhere' = 'here'): Promise<TestStore> {
  const given = process.env.MONGODB_URI
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-store-'))
  const embedded = given ? undefined : where === 'here' ? await embeddedHere(folder) : await embeddedElsewhere(folder)
  const uri = given ?? embedded?.uri ?? ''
  const database = `kaidian-test-${randomBytes(4).toString('hex')}`
  const dataKey = randomBytes(32).toString('base64')
  const store = await openStore({ uri, keys: dataKeysFrom(dataKey), database })
  return {
    store,
    uri,
    database,
    dataKey,
    async close() {
      await store.close()
      await embedded?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function embeddedHere(folder: string) {
  const database = await openEmbeddedDatabase({ folder })
  return { uri: database.uri, close: () => database.close() }
}

async function embeddedElsewhere(folder: string) {
  const serving = await serveElsewhere(folder)
  return { uri: serving.said.uri ?? '', close: () => serving.kill() }
}
