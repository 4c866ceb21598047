import { expect } from 'chai'
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import { RANGES } from '../../src/embedded/catalog-keys.ts'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import { inRange } from '../../src/embedded/keys.ts'
import { faultOfStoreFile } from '../../src/embedded/store-file.ts'
import { connectTo, newFolder, refusal, removeFolder } from './fixture.ts'
import type { Doc } from './fixture.ts'
import { serveElsewhere } from './processes.ts'

const PAGE = 4096

/** Other bytes, the same on every run. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = seed
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    bytes[i] = state >> 16
  }
  return bytes
}

const overwritten = (store: Buffer, at: number, bytes: Buffer): Buffer => {
  const copy = Buffer.from(store)
  bytes.copy(copy, at)
  return copy
}

const newestPage = (store: Buffer): number =>
  store.readBigUInt64LE(152) > store.readBigUInt64LE(PAGE + 152) ? 0 : PAGE

/** The first page that holds documents. */
function leafOf(store: Buffer): number {
  for (let at = 2 * PAGE; ; at += PAGE)
    if ((store.readUInt16LE(at + 18) & 2) !== 0 && store.readUInt16LE(at + 20) > 8) return at
}

const DAMAGE: readonly [what: string, damage: (store: Buffer) => Buffer, code?: string][] = [
  ['empty', () => Buffer.alloc(0)],
  ['a letter', () => Buffer.from('this is not a database, but a letter '.repeat(1000))],
  ['one byte long', (store) => store.subarray(0, 1)],
  ['cut within its first page', (store) => store.subarray(0, 100)],
  ['cut after its first pages', (store) => store.subarray(0, 2 * PAGE)],
  ['cut in its middle', (store) => store.subarray(0, store.length / 2)],
  ['all noise', (store) => noise(store.length, 1)],
  ['noise in its first page', (store) => overwritten(store, 0, noise(PAGE, 2))],
  ['noise in its second page', (store) => overwritten(store, PAGE, noise(PAGE, 3))],
  ['zeros in its first pages', (store) => overwritten(store, 0, Buffer.alloc(2 * PAGE))],
  ['noise in the number of its last commit', (store) => overwritten(store, newestPage(store) + 152, noise(8, 4))],
  [
    'back at a commit long before its last',
    (store) => {
      const at = newestPage(store) + 152
      const bytes = Buffer.alloc(8)
      bytes.writeBigUInt64LE(store.readBigUInt64LE(at) - 8n)
      return overwritten(store, at, bytes)
    },
  ],
  ['noise where its documents begin', (store) => overwritten(store, newestPage(store) + 136, noise(8, 5))],
  ['noise in a page of documents', (store) => overwritten(store, leafOf(store), noise(PAGE, 6))],
  ['zeros in a page of documents', (store) => overwritten(store, leafOf(store), Buffer.alloc(PAGE))],
  [
    'another page in the place of one',
    (store) =>
      overwritten(
        store,
        Number(store.readBigUInt64LE(newestPage(store) + 136)) * PAGE,
        store.subarray(2 * PAGE, 3 * PAGE),
      ),
  ],
  [
    'of another version of lmdb',
    (store) => overwritten(overwritten(store, 28, Buffer.of(9)), PAGE + 28, Buffer.of(9)),
    'FOLDER_OTHER_VERSION',
  ],
]

describe('A database file that is damaged', () => {
  const folders: string[] = []
  const folder = (): string => {
    const made = newFolder()
    folders.push(made)
    return made
  }
  let store: Buffer
  after(() => folders.forEach(removeFolder))

  before(async () => {
    const path = folder()
    const database = await openEmbeddedDatabase({ folder: path })
    const client = connectTo(database.uri)
    const documents = client.db('shop').collection<Doc>('c')
    await documents.createIndex({ n: 1 })
    for (let i = 0; i < 6; i++)
      await documents.insertMany(Array.from({ length: 50 }, (_, n) => ({ _id: i * 50 + n, n, pad: 'x'.repeat(200) })))
    await documents.insertOne({ _id: 'long', pad: 'x'.repeat(50_000) })
    await client.close()
    await database.close()
    store = readFileSync(join(path, 'store.mdb'))
  })

  for (const [what, damage, code = 'FOLDER_DAMAGED'] of DAMAGE)
    it(`${what} is refused in words that name it and the way out, and not touched`, async () => {
      const path = join(folder(), 'store.mdb')
      const bytes = damage(store)
      writeFileSync(path, bytes)
      const error = await refusal(openEmbeddedDatabase({ folder: join(path, '..') }))
      expect(error).to.include({ code })
      expect(error.message).to.include(path)
      expect(error.message).to.match(/备份.*backup|版本.*version/)
      expect(readFileSync(path).equals(bytes)).to.equal(true)
    })

  it('while it is served is told to whoever reads what is damaged', async function () {
    this.timeout(20_000)
    const path = folder()
    writeFileSync(join(path, 'store.mdb'), store)
    const server = await serveElsewhere(path)
    const client = connectTo(server.said.uri ?? '')
    try {
      const file = openSync(join(path, 'store.mdb'), 'r+')
      for (let at = 2 * PAGE; at < store.length; at += PAGE) {
        const page = store.subarray(at, at + PAGE)
        const holdsDocuments = (page.readUInt16LE(18) & 2) !== 0 && page.includes('xxxx') && !page.includes('shop.c')
        if (holdsDocuments) writeSync(file, Buffer.alloc(PAGE), 0, PAGE, at)
      }
      closeSync(file)
      const error = await refusal(client.db('shop').collection<Doc>('c').findOne({ _id: 150 }))
      expect(error).to.include({ code: 1 })
      expect(error.message).to.match(/备份.*backup.*FOLDER_DAMAGED/)
    } finally {
      await client.close(true)
      await server.kill()
    }
  })

  it('of a later version of this database is refused as such', async () => {
    const path = folder()
    writeFileSync(join(path, 'store.mdb'), store)
    const lmdb = open<Buffer, Buffer>({ path: join(path, 'store.mdb'), keyEncoding: 'binary', encoding: 'binary' })
    await lmdb.put(inRange(RANGES.lock, Buffer.from('format')), Buffer.from('2'))
    await lmdb.close()
    expect(await refusal(openEmbeddedDatabase({ folder: path }))).to.include({ code: 'FOLDER_OTHER_VERSION' })
  })
})

describe('A database file that is not damaged', () => {
  const path = newFolder()
  after(() => removeFolder(path))

  it('may end before pages that lmdb took and gave back in one commit', async () => {
    const file = join(path, 'short.mdb')
    const lmdb = open<Buffer, Buffer>({ path: file, keyEncoding: 'binary', encoding: 'binary', overlappingSync: false })
    const isShort = (): boolean => {
      const bytes = readFileSync(file)
      return bytes.length < (Number(bytes.readBigUInt64LE(newestPage(bytes) + 144)) + 1) * PAGE
    }
    let seed = 1
    for (let commits = 0; commits === 0 || !isShort(); commits++) {
      expect(commits).to.be.below(200)
      lmdb.transactionSync(() => {
        for (let i = 0; i < 100 + ((commits * 37) % 200); i++) void lmdb.put(noise(8, seed++ * 7919), Buffer.alloc(300))
        for (const { key } of [...lmdb.getRange({})].slice(0, (commits * 71) % 400)) void lmdb.remove(key)
      })
    }
    expect(faultOfStoreFile(file)).to.equal(undefined)
    await lmdb.close()
  })

  it('is not taken for damaged while it is written', async function () {
    this.timeout(20_000)
    const database = await openEmbeddedDatabase({ folder: join(path, 'busy') })
    const client = connectTo(database.uri)
    const documents = client.db('shop').collection<Doc>('c')
    let isOver = false
    const write = async (): Promise<void> => {
      for (let i = 0; !isOver; i++) {
        await documents.insertMany(Array.from({ length: 30 }, (_, n) => ({ n, pad: 'x'.repeat(300) })))
        await documents.deleteMany({ n: { $gt: i % 20 } })
      }
    }
    const writing = write()
    for (let checks = 0; checks < 200; checks++) {
      expect(faultOfStoreFile(join(path, 'busy', 'store.mdb'))).to.equal(undefined)
      await new Promise((resolve) => setImmediate(resolve))
    }
    isOver = true
    await writing
    await client.close()
    await database.close()
  })
})
