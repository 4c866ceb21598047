import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedDatabase } from '../src/embedded/index.ts'
import { inDatabase } from '../test/http/salon.ts'

/** What the shops of all cases stand on: one database server, and one pair of keys of the simulated WeChat, which take long to make. */
export interface Ground {
  /** The address of a database of that name. */
  database(name: string): string
  /** Gives the keys to a shop's folder, where some shop has made them. */
  lendKeys(folder: string): Promise<void>
  /** Keeps the keys of a shop's folder for the shops after it. */
  keepKeys(folder: string): Promise<void>
  close(): Promise<void>
}

const STATE = 'simulator.jsonl'

/** With `MONGODB_URI` the databases are there; otherwise an embedded server is started. */
export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-scenarios-'))
  const given = process.env.MONGODB_URI
  const embedded = given ? undefined : await openEmbeddedDatabase({ folder: join(folder, 'database') })
  const uri = given ?? embedded?.uri ?? ''
  let hasKeys = false
  return {
    database: (name) => inDatabase(uri, name),
    async lendKeys(to) {
      if (hasKeys) await copyFile(join(folder, STATE), join(to, STATE))
    },
    async keepKeys(from) {
      if (!hasKeys) await copyFile(join(from, STATE), join(folder, STATE))
      hasKeys = true
    },
    async close() {
      await embedded?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
