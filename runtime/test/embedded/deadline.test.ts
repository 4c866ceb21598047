import { expect } from 'chai'
import { refusal, withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const EXPIRED = { code: 50, codeName: 'MaxTimeMSExpired' } as const
/** True of no document, and slow. */
const SLOW: Doc = {
  $expr: { $gt: [{ $size: { $filter: { input: '$list', cond: { $gt: ['$$this', 1000] } } } }, 0] },
}

describe('A command that says how long it may run', () => {
  const fixture = withDatabase()
  let documents: ReturnType<typeof fixture.collection>

  before(async () => {
    documents = fixture.collection()
    const list = Array.from({ length: 300 }, (_, i) => i)
    await documents.insertMany(Array.from({ length: 2000 }, (_, _id) => ({ _id, list })))
  })

  it('is refused when it reads for longer', async () => {
    const limit = { maxTimeMS: 5 }
    for (const ask of [
      () => documents.find(SLOW, limit).toArray(),
      () => documents.countDocuments(SLOW, limit),
      () => documents.distinct('list', SLOW, limit),
      () => documents.aggregate([{ $match: SLOW }, { $sort: { list: 1 } }], limit).toArray(),
      () => documents.findOneAndUpdate(SLOW, { $set: { a: 1 } }, limit),
    ])
      expect(await refusal(ask())).to.include(EXPIRED)
  })

  it('writes nothing of what it could not finish', async () => {
    const updates = [
      { q: { _id: 1 }, u: { $set: { done: true } } },
      { q: SLOW, u: { $set: { done: true } }, multi: true },
    ]
    const work = fixture.db.command({ update: documents.collectionName, updates, maxTimeMS: 5 })
    expect(await refusal(work)).to.include(EXPIRED)
    expect(await documents.countDocuments({ done: true })).to.equal(0)
  })

  it('is refused when a transaction holds what it writes for longer', async () => {
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      await documents.updateOne({ _id: 7 }, { $set: { held: true } }, { session })
      const work = documents.findOneAndUpdate({ _id: 7 }, { $set: { mine: true } }, { maxTimeMS: 50 })
      expect(await refusal(work)).to.include(EXPIRED)
      await session.commitTransaction()
    })
    expect(await documents.findOne({ _id: 7 }, { projection: { list: 0 } })).to.deep.equal({ _id: 7, held: true })
  })

  it('is answered when it is done in time, each batch anew', async () => {
    const found = documents.find({}, { maxTimeMS: 10_000, batchSize: 500, projection: { _id: 1 } })
    expect(await found.toArray()).to.have.length(2000)
    expect(await documents.updateOne({ _id: 8 }, { $set: { a: 1 } }, { maxTimeMS: 10_000 })).to.include({
      modifiedCount: 1,
    })
  })

  it('cannot say less than nothing', async () => {
    expect(await refusal(fixture.db.command({ ping: 1, maxTimeMS: -1 }))).to.include({ code: 2 })
  })
})
