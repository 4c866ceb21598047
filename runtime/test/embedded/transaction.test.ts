import { expect } from 'chai'
import { MongoServerError } from 'mongodb'
import { connectTo, refusal, withDatabase } from './fixture.ts'

describe('A transaction of the embedded database', () => {
  const fixture = withDatabase({ transactionMs: 400 })

  it('shows its writes to itself at once, and to others when it is committed', async () => {
    const documents = fixture.collection()
    await documents.createIndex({ n: 1 })
    await documents.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ])
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.insertOne({ _id: 3, n: 3 }, { session })
      await documents.updateOne({ _id: 1 }, { $set: { n: 10 } }, { session })
      await documents.deleteOne({ _id: 2 }, { session })
      const inside = await documents
        .find({ n: { $gt: 0 } }, { session })
        .sort({ n: 1 })
        .toArray()
      expect(inside).to.deep.equal([
        { _id: 3, n: 3 },
        { _id: 1, n: 10 },
      ])
      expect(await documents.find().toArray()).to.deep.equal([
        { _id: 1, n: 1 },
        { _id: 2, n: 2 },
      ])
      expect(await documents.countDocuments({}, { session })).to.equal(2)
      await session.commitTransaction()
    })
    expect(await documents.find().sort({ n: 1 }).toArray()).to.deep.equal([
      { _id: 3, n: 3 },
      { _id: 1, n: 10 },
    ])
  })

  it('leaves nothing when it is aborted', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1, n: 1 })
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.updateOne({ _id: 1 }, { $set: { n: 2 } }, { session })
      await documents.insertOne({ _id: 2 }, { session })
      await session.abortTransaction()
    })
    expect(await documents.find().toArray()).to.deep.equal([{ _id: 1, n: 1 }])
    await documents.updateOne({ _id: 1 }, { $set: { n: 3 } })
  })

  it('reads one state, whatever others write', async () => {
    const documents = fixture.collection()
    await documents.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ])
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      expect(await documents.findOne({ _id: 1 }, { session })).to.include({ n: 1 })
      await documents.updateMany({}, { $set: { n: 2 } })
      expect(await documents.findOne({ _id: 2 }, { session })).to.include({ n: 1 })
      await session.commitTransaction()
    })
  })

  it('conflicts with a document that changed after it began', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1, n: 1 })
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.findOne({ _id: 1 }, { session })
      await documents.updateOne({ _id: 1 }, { $inc: { n: 1 } })
      const error = await refusal(documents.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session }))
      expect(error).to.be.instanceOf(MongoServerError).and.to.include({ code: 112, codeName: 'WriteConflict' })
      expect((error as MongoServerError).hasErrorLabel('TransientTransactionError')).to.equal(true)
      expect(await refusal(documents.findOne({}, { session }))).to.include({ code: 251 })
      await session.abortTransaction()
    })
    expect(await documents.findOne({})).to.include({ n: 2 })
  })

  it('conflicts with another open one over a document or a unique value', async () => {
    const documents = fixture.collection()
    await documents.createIndex({ u: 1 }, { unique: true })
    await documents.insertOne({ _id: 1 })
    const [first, second] = [fixture.client.startSession(), fixture.client.startSession()]
    first.startTransaction()
    await documents.updateOne({ _id: 1 }, { $set: { a: 1 } }, { session: first })
    await documents.insertOne({ u: 'x' }, { session: first })
    for (const work of [
      () => documents.updateOne({ _id: 1 }, { $set: { a: 2 } }, { session: second }),
      () => documents.insertOne({ u: 'x' }, { session: second }),
    ]) {
      second.startTransaction()
      expect(await refusal(work())).to.include({ code: 112 })
      await second.abortTransaction()
    }
    await first.commitTransaction()
    expect(await refusal(documents.insertOne({ u: 'x' }))).to.include({ code: 11000 })
    await Promise.all([first.endSession(), second.endSession()])
  })

  it('does not stop others from writing other documents; a plain write of its own waits for its end', async () => {
    const documents = fixture.collection()
    await documents.insertMany([
      { _id: 1, n: 0 },
      { _id: 2, n: 0 },
    ])
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session })
      await documents.updateOne({ _id: 2 }, { $inc: { n: 1 } })
      const order: string[] = []
      const waiting = documents.updateOne({ _id: 1 }, { $inc: { n: 1 } }).then(() => order.push('plain write'))
      await documents.updateOne({ _id: 2 }, { $inc: { n: 1 } })
      order.push('commit')
      await session.commitTransaction()
      await waiting
      expect(order).to.deep.equal(['commit', 'plain write'])
    })
    expect(await documents.find().toArray()).to.deep.equal([
      { _id: 1, n: 11 },
      { _id: 2, n: 2 },
    ])
  })

  it('ends with any fault of a statement', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1 })
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.insertOne({ _id: 2 }, { session })
      expect(await refusal(documents.insertOne({ _id: 1 }, { session }))).to.include({ code: 11000 })
      expect(await refusal(session.commitTransaction())).to.include({ code: 251, codeName: 'NoSuchTransaction' })
    })
    expect(await documents.countDocuments()).to.equal(1)
  })

  it('is aborted when it stays open too long', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1, n: 0 })
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session })
      // Waits until the forgotten transaction is aborted.
      await documents.updateOne({ _id: 1 }, { $inc: { n: 100 } })
      expect(await refusal(session.commitTransaction())).to.include({ code: 251 })
    })
    expect(await documents.findOne({})).to.include({ n: 100 })
  })

  it('conflicts when the indexes it writes to change meanwhile', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1, k: 1 })
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.insertOne({ _id: 2, k: 2 }, { session })
      await documents.createIndex({ k: 1 })
      expect(await refusal(session.commitTransaction())).to.include({ code: 112 })
    })
    expect(await documents.find({ k: { $gte: 0 } }).toArray()).to.deep.equal([{ _id: 1, k: 1 }])
  })

  it('may make the collection it writes to, and refuses commands that are not for transactions', async () => {
    const documents = fixture.collection()
    await fixture.client.withSession(async (session) => {
      await session.withTransaction(async () => documents.insertOne({ _id: 1 }, { session }))
      session.startTransaction()
      expect(await refusal(fixture.db.command({ count: documents.collectionName }, { session }))).to.include({
        code: 263,
      })
    })
    expect(await documents.countDocuments()).to.equal(1)
  })

  it('reads a long result in batches', async () => {
    const documents = fixture.collection()
    await documents.insertMany(Array.from({ length: 100 }, (_, i) => ({ _id: i })))
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.deleteOne({ _id: 50 }, { session })
      expect(await documents.find({}, { session, batchSize: 9 }).toArray()).to.have.length(99)
      await session.commitTransaction()
    })
  })

  it('of many at once loses and makes up nothing', async () => {
    const accounts = fixture.collection()
    await accounts.insertMany(Array.from({ length: 4 }, (_, i) => ({ _id: i, money: 100 })))
    const client = connectTo(fixture.database.uri)
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        client.withSession((session) =>
          session.withTransaction(async () => {
            const shared = client.db('shop').collection<{ _id: number; money: number }>(accounts.collectionName)
            const [from, to] = [i % 4, (i * 3 + 1) % 4]
            const source = await shared.findOne({ _id: from }, { session })
            await shared.updateOne({ _id: from }, { $set: { money: (source?.money ?? 0) - 1 } }, { session })
            await shared.updateOne({ _id: to }, { $inc: { money: 1 } }, { session })
          }),
        ),
      ),
    )
    await client.close()
    const [sum] = await accounts.aggregate([{ $group: { _id: null, money: { $sum: '$money' } } }]).toArray()
    expect(sum).to.include({ money: 400 })
  })
})
