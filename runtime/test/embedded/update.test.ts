import { expect } from 'chai'
import { Double, Int32, Long, MongoServerError, Timestamp } from 'mongodb'
import { refusal, withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

/** A document, what is done to it, and what it is then. */
const UPDATES: readonly [before: Doc, update: Doc, after: Doc, options?: { arrayFilters?: Doc[]; query?: Doc }][] = [
  [{ a: 1 }, { $set: { b: { c: 2 } } }, { a: 1, b: { c: 2 } }],
  [{ a: { b: 1 } }, { $set: { 'a.c': 2, 'x.y': 3 } }, { a: { b: 1, c: 2 }, x: { y: 3 } }],
  [{ a: [1, 2] }, { $set: { 'a.1': 9, 'a.3': 4 } }, { a: [1, 9, null, 4] }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  [{ a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
  [{ a: 3 }, { $mul: { a: 4, b: 5 } }, { a: 12, b: 0 }],
  [{ a: 3, b: 3 }, { $min: { a: 2, b: 9, c: 1 } }, { a: 2, b: 3, c: 1 }],
  [{ a: 3, b: 3 }, { $max: { a: 2, b: 9, c: 1 } }, { a: 3, b: 9, c: 1 }],
  [{ a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
  [{ a: [1, 5] }, { $push: { a: { $each: [9, 3], $sort: 1, $slice: -3 } } }, { a: [3, 5, 9] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [8, 9], $position: 1 } } }, { a: [1, 8, 9, 2] }],
  [{ a: [{ n: 2 }] }, { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } }, { a: [{ n: 1 }, { n: 2 }] }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ k: 1, v: 1 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
  [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] }, b: 7 } }, { a: [1, 2], b: [7] }],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: 1, b: { c: 2 } }, { $rename: { a: 'z', 'b.c': 'b.d' } }, { b: { d: 2 }, z: 1 }],
  [{ a: 1 }, { $setOnInsert: { b: 1 }, $set: { c: 1 } }, { a: 1, c: 1 }],
  [{ a: [{ k: 1 }, { k: 2 }] }, { $set: { 'a.$.v': 9 } }, { a: [{ k: 1 }, { k: 2, v: 9 }] }, { query: { 'a.k': 2 } }],
  [
    { a: [{ k: 1 }, { k: 2 }] },
    { $inc: { 'a.$.k': 5 } },
    { a: [{ k: 1 }, { k: 7 }] },
    { query: { a: { $elemMatch: { k: 2 } } } },
  ],
  [{ a: [3, 8] }, { $set: { 'a.$': 0 } }, { a: [3, 0] }, { query: { a: { $gt: 5 } } }],
  [
    { a: [{ k: 1 }, { k: 2 }] },
    { $set: { 'a.$[].v': 0 } },
    {
      a: [
        { k: 1, v: 0 },
        { k: 2, v: 0 },
      ],
    },
  ],
  [
    {
      a: [
        { k: 1, l: [1, 5] },
        { k: 2, l: [6] },
      ],
    },
    { $inc: { 'a.$[x].l.$[y]': 100 } },
    {
      a: [
        { k: 1, l: [1, 105] },
        { k: 2, l: [6] },
      ],
    },
    { arrayFilters: [{ 'x.k': 1 }, { y: { $gte: 5 } }] },
  ],
]

/** A document, an update that makes no sense on it, and the code it is refused with. */
const REFUSED: readonly [before: Doc, update: Doc, code: number][] = [
  [{ a: 'x' }, { $inc: { a: 1 } }, 14],
  [{ a: 1 }, { $inc: { a: 'x' } }, 14],
  [{ a: 1 }, { $push: { a: 1 } }, 2],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
  [{ a: 1 }, { $set: { a: 1, 'a.b': 1 } }, 40],
  [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  [{ a: 1 }, { $set: { _id: 'other' } }, 66],
  [{ a: 1 }, { $unset: { _id: '' } }, 66],
  [{ a: 1 }, { $bit: { a: { and: 1 } } }, 9],
  [{ a: 1 }, { $set: { '': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$[]': 1, 'a.0': 2 } }, 40],
]

describe('An update of the embedded database', () => {
  const fixture = withDatabase()

  for (const [before, update, after, { arrayFilters, query } = {}] of UPDATES)
    it(`${JSON.stringify(update)} makes of ${JSON.stringify(before)} ${JSON.stringify(after)}`, async () => {
      const documents = fixture.collection()
      await documents.insertOne({ _id: 1, ...before })
      const result = await documents.updateOne({ _id: 1, ...query }, update, arrayFilters ? { arrayFilters } : {})
      expect(result.matchedCount).to.equal(1)
      expect(result.modifiedCount).to.equal(1)
      expect(await documents.findOne({})).to.deep.equal({ _id: 1, ...after })
    })

  for (const [before, update, code] of REFUSED)
    it(`${JSON.stringify(update)} on ${JSON.stringify(before)} is refused with ${code}`, async () => {
      const documents = fixture.collection()
      await documents.insertOne({ _id: 1, ...before })
      expect(await refusal(documents.updateOne({ _id: 1 }, update))).to.include({ code })
      expect(await documents.findOne({})).to.deep.equal({ _id: 1, ...before })
    })

  it('that changes nothing matches and does not modify', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1, a: 1 })
    expect(await documents.updateOne({ _id: 1 }, { $set: { a: 1 } })).to.include({ matchedCount: 1, modifiedCount: 0 })
  })

  it('changes many documents, also where it moves them in the index they are found by', async () => {
    const documents = fixture.collection()
    await documents.createIndex({ n: 1 })
    await documents.insertMany(Array.from({ length: 50 }, (_, i) => ({ _id: i, n: i })))
    expect(await documents.updateMany({ n: { $gte: 10 } }, { $inc: { n: 100 } })).to.include({ modifiedCount: 40 })
    expect(await documents.countDocuments({ n: { $gte: 110, $lt: 150 } })).to.equal(40)
  })

  it('replaces a document but its _id', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1, a: 1, b: 2 })
    await documents.replaceOne({ a: 1 }, { c: 3 })
    expect(await documents.findOne({})).to.deep.equal({ _id: 1, c: 3 })
    expect(await refusal(documents.replaceOne({ _id: 1 }, { _id: 2 }))).to.include({ code: 66 })
  })

  it('upserts what the query says and the update adds', async () => {
    const documents = fixture.collection()
    const result = await documents.updateOne(
      { _id: 'x', kind: { $eq: 'k' }, n: { $gt: 5 } },
      { $set: { a: 1 }, $setOnInsert: { b: 2 }, $inc: { c: 3 } },
      { upsert: true },
    )
    expect(result).to.include({ matchedCount: 0, upsertedCount: 1, upsertedId: 'x' })
    expect(await documents.findOne({})).to.deep.equal({ _id: 'x', kind: 'k', a: 1, b: 2, c: 3 })
    expect(await documents.updateOne({ _id: 'x' }, { $setOnInsert: { b: 9 } }, { upsert: true })).to.include({
      matchedCount: 1,
      upsertedCount: 0,
    })
    await documents.replaceOne({ email: 'a@b' }, { name: 'n' }, { upsert: true })
    expect(await documents.findOne({ name: 'n' }))
      .to.include({ name: 'n' })
      .and.not.to.have.property('email')
  })

  it('upserts one document when many ask at once', async () => {
    const documents = fixture.collection()
    await documents.createIndex({ k: 1 }, { unique: true })
    await Promise.all(
      Array.from({ length: 20 }, () => documents.updateOne({ k: 'one' }, { $inc: { n: 1 } }, { upsert: true })),
    )
    expect(await documents.find({}, { projection: { _id: 0 } }).toArray()).to.deep.equal([{ k: 'one', n: 20 }])
  })

  it('updates by a pipeline of $set and $unset', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1, a: 2, b: 3 })
    await documents.updateOne({ _id: 1 }, [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'a' }])
    expect(await documents.findOne({})).to.deep.equal({ _id: 1, b: 3, c: 5 })
    expect(await refusal(documents.updateOne({}, [{ $group: { _id: 1 } }]))).to.include({ code: 72 })
  })

  it('$currentDate sets a date or a timestamp', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1 })
    await documents.updateOne({}, { $currentDate: { at: { $type: 'date' }, stamp: { $type: 'timestamp' } } })
    const document = await documents.findOne({})
    expect(document?.['at']).to.be.instanceOf(Date)
    expect(document?.['stamp']).to.be.instanceOf(Timestamp)
  })

  it('keeps the type of each number it writes again', async () => {
    const documents = fixture.collection()
    const numbers = {
      int: new Int32(5),
      double: new Double(5),
      long: Long.fromNumber(5),
      big: new Double(1e12),
      zero: new Double(-0),
    }
    await documents.insertOne({ _id: 1, ...numbers })
    await documents.updateOne({ _id: 1 }, { $inc: { int: 1, double: 1, long: 1, big: 1 }, $set: { other: 1 } })
    const raw = await documents.findOne({}, { promoteValues: false, promoteLongs: false })
    expect(raw).to.deep.equal({
      _id: new Int32(1),
      int: new Int32(6),
      double: new Double(6),
      long: Long.fromNumber(6),
      big: new Double(1e12 + 1),
      zero: new Double(-0),
      other: new Int32(1),
    })
    await documents.updateOne({}, { $set: { int: new Int32(2147483647) } })
    await documents.updateOne({}, { $inc: { int: 1 } })
    expect((await documents.findOne({}, { promoteLongs: false }))?.['int']).to.deep.equal(Long.fromNumber(2147483648))
  })
})

describe('findOneAndUpdate of the embedded database', () => {
  const fixture = withDatabase()

  it('gives the document before or after, the first of an order', async () => {
    const documents = fixture.collection()
    await documents.insertMany([
      { _id: 1, n: 3 },
      { _id: 2, n: 1 },
    ])
    expect(await documents.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: 1 } })).to.deep.equal({
      _id: 2,
      n: 1,
    })
    expect(
      await documents.findOneAndUpdate(
        {},
        { $inc: { n: 10 } },
        { sort: { n: 1 }, returnDocument: 'after', projection: { _id: 0 } },
      ),
    ).to.deep.equal({ n: 13 })
    expect(await documents.findOneAndUpdate({ n: 0 }, { $set: { a: 1 } })).to.equal(null)
  })

  it('upserts, replaces and deletes', async () => {
    const documents = fixture.collection()
    expect(await documents.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }, { upsert: true })).to.equal(null)
    expect(
      await documents.findOneAndUpdate({ _id: 2 }, { $set: { a: 1 } }, { upsert: true, returnDocument: 'after' }),
    ).to.deep.equal({ _id: 2, a: 1 })
    expect(await documents.findOneAndReplace({ _id: 2 }, { b: 1 }, { returnDocument: 'after' })).to.deep.equal({
      _id: 2,
      b: 1,
    })
    expect(await documents.findOneAndDelete({ b: 1 })).to.deep.equal({ _id: 2, b: 1 })
    expect(await documents.findOneAndDelete({ b: 1 })).to.equal(null)
  })

  it('lets exactly one of many take a place', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 'seats', left: 5 })
    const taken = await Promise.all(
      Array.from({ length: 30 }, () =>
        documents.findOneAndUpdate({ _id: 'seats', left: { $gt: 0 } }, { $inc: { left: -1 } }),
      ),
    )
    expect(taken.filter((document) => document !== null)).to.have.length(5)
    expect(await documents.findOne({})).to.deep.equal({ _id: 'seats', left: 0 })
  })
})

describe('A bulk of writes', () => {
  const fixture = withDatabase()

  it('ordered ends at the first fault, unordered goes on', async () => {
    for (const [ordered, count] of [
      [true, 1],
      [false, 3],
    ] as const) {
      const documents = fixture.collection()
      const work = documents.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 3 }], { ordered })
      const error = await refusal(work)
      expect(error).to.be.instanceOf(MongoServerError).and.to.include({ code: 11000 })
      expect(await documents.countDocuments()).to.equal(count)
    }
  })

  it('does inserts, updates and deletes together', async () => {
    const documents = fixture.collection()
    const result = await documents.bulkWrite([
      { insertOne: { document: { _id: 1, a: 1 } } },
      { insertOne: { document: { _id: 2, a: 1 } } },
      { updateMany: { filter: { a: 1 }, update: { $set: { b: 1 } } } },
      { updateOne: { filter: { _id: 3 }, update: { $set: { b: 1 } }, upsert: true } },
      { deleteOne: { filter: { _id: 1 } } },
    ])
    expect(result).to.include({ insertedCount: 2, modifiedCount: 2, upsertedCount: 1, deletedCount: 1 })
    expect(result.upsertedIds).to.deep.equal({ 3: 3 })
  })

  it('deletes one or all that match', async () => {
    const documents = fixture.collection()
    await documents.insertMany([{ a: 1 }, { a: 1 }, { a: 1 }])
    expect(await documents.deleteOne({ a: 1 })).to.include({ deletedCount: 1 })
    expect(await documents.deleteMany({ a: 1 })).to.include({ deletedCount: 2 })
  })
})
