import { expect } from 'chai'
import { Binary, Long } from 'bson'
import { randomBytes } from 'node:crypto'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import { connectTo, newFolder, removeFolder, withDatabase } from './fixture.ts'
import { rawClient } from './raw-client.ts'

const newSession = (): { id: Binary } => ({ id: new Binary(randomBytes(16), Binary.SUBTYPE_UUID) })
const numbered = (lsid: { id: Binary }, number: number) => ({ lsid, txnNumber: Long.fromNumber(number) })

describe('A write that is sent again', () => {
  const fixture = withDatabase()

  it('is done once and answered alike', async () => {
    const client = rawClient(fixture.database.uri)
    const lsid = newSession()
    const insert = { insert: 'again', documents: [{ _id: 1, n: 0 }, { _id: 2 }], ...numbered(lsid, 1) }
    const add = {
      findAndModify: 'again',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      new: true,
      ...numbered(lsid, 2),
    }
    for (const command of [insert, add])
      for (let times = 0; times < 3; times++) {
        const reply = await client.command(command)
        expect(reply).to.include({ ok: 1 })
        if (command === insert) expect(reply).to.include({ n: 2 }).and.not.to.have.property('writeErrors')
        else expect(reply['value']).to.deep.equal({ _id: 1, n: 1 })
      }
    const update = { update: 'again', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }], ...numbered(lsid, 3) }
    expect(await client.command(update)).to.include({ nModified: 1 })
    expect(await client.command(update)).to.include({ nModified: 1 })
    expect(await fixture.db.collection<{ _id: number }>('again').findOne({ _id: 1 })).to.deep.equal({ _id: 1, n: 2 })
    expect(await client.command(add)).to.include({ ok: 0, code: 225, codeName: 'TransactionTooOld' })
    client.end()
  })

  it('also by a driver whose connection broke, and after the database was opened anew', async () => {
    const folder = newFolder()
    const lsid = newSession()
    const command = {
      update: 'c',
      updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
      ...numbered(lsid, 9),
    }
    for (let times = 0; times < 2; times++) {
      const database = await openEmbeddedDatabase({ folder })
      const client = rawClient(database.uri)
      expect(await client.command(command)).to.include({ n: 1, ok: 1 })
      expect((await client.command({ find: 'c' }))['cursor']).to.have.deep.property('firstBatch', [{ _id: 1, n: 1 }])
      client.end()
      await database.close()
    }
    removeFolder(folder)
  })

  it('commits a transaction once, however often it is asked', async () => {
    const documents = fixture.collection()
    const client = rawClient(fixture.database.uri)
    const lsid = newSession()
    const part = { ...numbered(lsid, 1), autocommit: false }
    const name = documents.collectionName
    expect(await client.command({ insert: name, documents: [{ _id: 1 }], startTransaction: true, ...part })).to.include(
      { ok: 1 },
    )
    for (let times = 0; times < 3; times++)
      expect(await client.command({ commitTransaction: 1, ...part })).to.include({ ok: 1 })
    expect(await client.command({ abortTransaction: 1, ...part })).to.include({ code: 256 })
    expect(await client.command({ commitTransaction: 1, ...numbered(lsid, 2), autocommit: false })).to.include({
      code: 251,
    })
    expect(
      await client.command({ insert: name, documents: [{ _id: 2 }], ...numbered(lsid, 3), autocommit: false }),
    ).to.include({ code: 251 })
    expect(await documents.countDocuments()).to.equal(1)
    client.end()
  })

  it('ends the transaction its session had left open', async () => {
    const documents = fixture.collection()
    const client = rawClient(fixture.database.uri)
    const lsid = newSession()
    const name = documents.collectionName
    await client.command({
      insert: name,
      documents: [{ _id: 1 }],
      startTransaction: true,
      ...numbered(lsid, 1),
      autocommit: false,
    })
    expect(await client.command({ insert: name, documents: [{ _id: 1, b: 2 }], ...numbered(lsid, 2) })).to.include({
      n: 1,
    })
    expect(await client.command({ commitTransaction: 1, ...numbered(lsid, 1), autocommit: false })).to.include({
      ok: 0,
    })
    expect(await documents.find().toArray()).to.deep.equal([{ _id: 1, b: 2 }])
    client.end()
  })

  it('is answered in the oldest form of hello too', async () => {
    const client = rawClient(fixture.database.uri)
    expect(await client.query({ isMaster: 1, helloOk: true })).to.include({ ismaster: true, helloOk: true, ok: 1 })
    client.end()
  })
})

describe('An embedded database that closes', () => {
  it('lets what runs finish, and refuses what comes after', async () => {
    const folder = newFolder()
    const database = await openEmbeddedDatabase({ folder })
    const client = connectTo(database.uri)
    const documents = client.db('shop').collection<{ _id: number }>('c')
    await documents.insertOne({ _id: -1 })
    const writes = Array.from({ length: 50 }, (_, _id) =>
      documents.insertOne({ _id }).then(
        () => _id,
        () => -1,
      ),
    )
    await Promise.race(writes)
    await database.close()
    expect(await database.closed).to.equal(undefined)
    await client.close(true)
    const done = await Promise.all(writes)
    const again = await openEmbeddedDatabase({ folder })
    const reader = connectTo(again.uri)
    const stored = await reader.db('shop').collection('c').distinct('_id')
    expect(stored).to.include.members(done.filter((id) => id >= 0))
    await reader.close()
    await again.close()
    removeFolder(folder)
  })
})
