import { expect } from 'chai'
import type { MongoClient } from 'mongodb'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import type { EmbeddedDatabase } from '../../src/embedded/index.ts'
import { connectTo, refusal } from './fixture.ts'
import type { Doc } from './fixture.ts'
import { smallDisk } from './small-disk.ts'
import type { SmallDisk } from './small-disk.ts'

const PAD = 'x'.repeat(50_000)

describe('An embedded database whose disk is full', () => {
  let disk: SmallDisk | undefined
  let database: EmbeddedDatabase
  let client: MongoClient
  const documents = (): ReturnType<typeof collectionOf> => collectionOf(client)

  beforeEach(async function () {
    disk = smallDisk(12)
    if (!disk) this.skip()
    await open(disk)
  })
  afterEach(async () => {
    if (!disk) return
    await client.close()
    await database.close()
    disk.remove()
  })

  async function open({ folder }: SmallDisk): Promise<void> {
    database = await openEmbeddedDatabase({ folder })
    client = connectTo(database.uri)
  }

  /** Writes until a write is refused; gives what was acknowledged. */
  async function fill(): Promise<number[]> {
    const stored: number[] = []
    disk?.fill(1_500_000)
    const write = async (): Promise<void> => {
      for (let _id = 0; ; _id++) {
        await documents().insertOne({ _id, pad: PAD })
        stored.push(_id)
      }
    }
    expect(await refusal(write())).to.include({ code: 14031, codeName: 'OutOfDiskSpace' })
    expect(stored.length).to.be.above(5)
    return stored
  }

  const ids = async (): Promise<unknown[]> =>
    (
      await documents()
        .find({}, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()
    ).map(({ _id }) => _id)

  it('refuses the write in clear words, keeps what it acknowledged, and goes on when there is room', async () => {
    await documents().insertOne({ _id: -1 })
    const stored = await fill()
    const error = await refusal(documents().insertOne({ _id: 1000, pad: PAD }))
    expect(error.message)
      .to.include('DISK_FULL')
      .and.match(/[一-龥]/)
    expect(await ids()).to.deep.equal([-1, ...stored])

    disk?.makeRoom()
    await documents().insertOne({ _id: 1000, pad: PAD })
    await client.close()
    await database.close()
    await open(disk as SmallDisk)
    expect(await ids()).to.deep.equal([-1, ...stored, 1000])
  })

  it('stores nothing of a transaction that does not fit as a whole', async () => {
    const stored = await fill()
    const work = client.withSession((session) =>
      session.withTransaction(async () => {
        await documents().insertOne({ _id: 2000 }, { session })
        for (let i = 1; i < 100; i++) await documents().insertOne({ _id: 2000 + i, pad: PAD }, { session })
      }),
    )
    expect(await refusal(work)).to.include({ code: 14031 })
    expect(await ids()).to.deep.equal(stored)
    disk?.makeRoom()
    await documents().insertOne({ _id: 2000 })
    expect(await ids()).to.deep.equal([...stored, 2000])
  })

  it('makes no collection or index that is not on disk', async () => {
    const stored = await fill()
    await refusal(
      client
        .db('shop')
        .collection<Doc>('other')
        .insertOne({ _id: 1, pad: 'x'.repeat(3_000_000) }),
    )
    await refusal(documents().createIndex({ pad: 1, a: 1 }))
    disk?.makeRoom()
    await client.db('shop').collection<Doc>('other').insertOne({ _id: 1 })
    await client.close()
    await database.close()
    await open(disk as SmallDisk)
    expect(await client.db('shop').collection('other').countDocuments()).to.equal(1)
    expect(await ids()).to.deep.equal(stored)
  })

  it('closes all the same, and holds everything when it is opened again', async () => {
    const stored = await fill()
    await client.close()
    await database.close()
    expect(await database.closed).to.equal(undefined)
    disk?.makeRoom()
    await open(disk as SmallDisk)
    expect(await ids()).to.deep.equal(stored)
  })

  it('says so when it cannot start for want of room', async () => {
    await client.close()
    await database.close()
    disk?.fill(0)
    const folder = `${disk?.folder ?? ''}/another`
    const error = await refusal(openEmbeddedDatabase({ folder }))
    expect(error).to.include({ code: 'DISK_FULL' })
    expect(error.message).to.include(folder)
    disk?.makeRoom()
    await open(disk as SmallDisk)
  })
})

const collectionOf = (client: MongoClient) => client.db('shop').collection<Doc>('c')
