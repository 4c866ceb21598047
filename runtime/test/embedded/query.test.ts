import { expect } from 'chai'
import { Decimal128, Double, Long, ObjectId } from 'mongodb'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const DAY = new Date('2026-12-02T00:00:00Z')
const OID = new ObjectId('650000000000000000000001')

const SHOP: Doc[] = [
  { _id: 1, n: 5, s: 'apple', tags: ['a', 'b'], at: DAY, deep: { a: 1, b: 2 } },
  {
    _id: 2,
    n: 7.5,
    s: 'Pear',
    tags: [],
    list: [
      { k: 1, v: 9 },
      { k: 2, v: 3 },
    ],
    oid: OID,
  },
  { _id: 3, n: null, s: '苹果', tags: 'a', flag: true },
  { _id: 4, s: 'plum', grid: [[1, 2], [3]], list: [{ k: 2, v: 9 }], deep: { b: 2, a: 1 } },
  { _id: 5, n: Long.fromString('9007199254740993'), tags: ['b', 'c', 'b'], scores: [3, 12], flag: false },
  { _id: 6, n: Decimal128.fromString('5.0'), scores: [5, 6], deep: { a: null } },
]

/** A query, and the documents it finds. */
const QUERIES: readonly [sentence: string, query: Record<string, unknown>, found: number[]][] = [
  ['equality of numbers of any type', { n: 5 }, [1, 6]],
  ['equality of a double with an int', { n: new Double(5) }, [1, 6]],
  ['a long beyond what a double tells apart', { n: Long.fromString('9007199254740992') }, []],
  ['equality with null takes missing fields in', { n: null }, [3, 4]],
  ['equality with one element of an array', { tags: 'a' }, [1, 3]],
  ['equality with a whole array', { tags: ['a', 'b'] }, [1]],
  ['equality with an empty array', { tags: [] }, [2]],
  ['equality with a nested array', { grid: [3] }, [4]],
  ['equality with a document minds the order of its fields', { deep: { a: 1, b: 2 } }, [1]],
  ['a dotted path', { 'deep.a': 1 }, [1, 4]],
  ['a dotted path through an array', { 'list.k': 2 }, [2, 4]],
  ['a numeric path', { 'list.0.k': 2 }, [4]],
  ['a dotted path to null or missing', { 'deep.a': null }, [2, 3, 5, 6]],
  ['equality with an ObjectId', { oid: OID }, [2]],
  ['equality with a date', { at: DAY }, [1]],
  ['$eq', { s: { $eq: 'plum' } }, [4]],
  ['$ne takes missing fields in', { flag: { $ne: true } }, [1, 2, 4, 5, 6]],
  ['$ne of an array element', { tags: { $ne: 'b' } }, [2, 3, 4, 6]],
  ['$gt within a kind', { n: { $gt: 5 } }, [2, 5]],
  ['$gte', { n: { $gte: 7.5 } }, [2, 5]],
  ['$lt', { n: { $lt: 7.5 } }, [1, 6]],
  ['$lte', { n: { $lte: 5 } }, [1, 6]],
  ['a range of dates', { at: { $gte: new Date('2026-12-01'), $lt: new Date('2026-12-03') } }, [1]],
  ['a range of text is by UTF-8 bytes', { s: { $gt: 'plum' } }, [3]],
  ['two bounds may be met by two elements', { scores: { $gt: 10, $lt: 5 } }, [5]],
  ['$gte null is equality with null', { n: { $gte: null } }, [3, 4]],
  ['$in', { s: { $in: ['apple', 'plum'] } }, [1, 4]],
  ['$in with null', { flag: { $in: [null, true] } }, [1, 2, 3, 4, 6]],
  ['$in with a pattern', { s: { $in: [/^p/i] } }, [2, 4]],
  ['$nin', { s: { $nin: ['apple', 'plum'] } }, [2, 3, 5, 6]],
  ['$exists', { n: { $exists: true } }, [1, 2, 3, 5, 6]],
  ['$exists false', { n: { $exists: false } }, [4]],
  ['$type by name', { n: { $type: 'long' } }, [5]],
  ['$type number', { n: { $type: 'number' } }, [1, 2, 5, 6]],
  ['$type of an array element', { tags: { $type: 'string' } }, [1, 3, 5]],
  ['$type array', { tags: { $type: 'array' } }, [1, 2, 5]],
  ['$not', { n: { $not: { $gt: 5 } } }, [1, 3, 4, 6]],
  ['$not with a pattern', { s: { $not: /p/i } }, [3, 5, 6]],
  ['$and', { $and: [{ 'list.k': 1 }, { 'list.v': 3 }] }, [2]],
  ['$or', { $or: [{ s: 'plum' }, { flag: true }] }, [3, 4]],
  ['$nor', { $nor: [{ s: 'plum' }, { flag: { $exists: true } }] }, [1, 2, 6]],
  ['$elemMatch on documents', { list: { $elemMatch: { k: 2, v: 9 } } }, [4]],
  ['$elemMatch on values', { scores: { $elemMatch: { $gte: 5, $lt: 10 } } }, [6]],
  ['$size', { tags: { $size: 2 } }, [1]],
  ['$all', { tags: { $all: ['b', 'c'] } }, [5]],
  ['$all of one value', { tags: { $all: ['a'] } }, [1, 3]],
  ['$regex', { s: { $regex: '^P', $options: 'i' } }, [2, 4]],
  ['a pattern', { s: /le$/ }, [1]],
  ['$mod', { n: { $mod: [5, 0] } }, [1, 6]],
  ['$expr', { $expr: { $gt: ['$deep.b', '$deep.a'] } }, [1, 4]],
  ['two conditions on one field', { n: { $gte: 5, $lt: 7 } }, [1, 6]],
  ['nothing asked', {}, [1, 2, 3, 4, 5, 6]],
  ['_id alone', { _id: 3 }, [3]],
  ['_id among others', { _id: { $in: [2, 9, 4] } }, [2, 4]],
]

describe('A query of the embedded database', () => {
  const fixture = withDatabase()
  const collection = () => fixture.db.collection<Doc>('queries')

  before(async () => {
    await collection().insertMany(SHOP)
  })

  for (const [sentence, query, found] of QUERIES)
    it(`knows ${sentence}`, async () => {
      const documents = await collection().find(query).sort({ _id: 1 }).toArray()
      expect(documents.map(({ _id }) => _id)).to.deep.equal(found)
      expect(await collection().countDocuments(query)).to.equal(found.length)
    })

  const projections: readonly [projection: Doc, document: Doc][] = [
    [{ s: 1 }, { _id: 1, s: 'apple' }],
    [{ s: 1, _id: 0 }, { s: 'apple' }],
    [
      { tags: 0, at: 0, deep: 0, n: 0 },
      { _id: 1, s: 'apple' },
    ],
    [{ 'deep.b': 1 }, { _id: 1, deep: { b: 2 } }],
    [
      { 'deep.b': 0, tags: 0, at: 0, s: 0 },
      { _id: 1, n: 5, deep: { a: 1 } },
    ],
    [
      { tags: { $slice: -1 }, s: 1 },
      { _id: 1, s: 'apple', tags: ['b'] },
    ],
    [{ tags: { $elemMatch: { $eq: 'b' } } }, { _id: 1, tags: ['b'] }],
    [{ _id: 1 }, { _id: 1 }],
    [{ twice: { $multiply: ['$n', 2] }, _id: 0 }, { twice: 10 }],
  ]
  for (const [projection, document] of projections)
    it(`projects ${JSON.stringify(projection)}`, async () => {
      expect(await collection().findOne({ _id: 1 }, { projection })).to.deep.equal(document)
    })

  it('sorts values of all kinds as MongoDB orders them', async () => {
    const values = fixture.collection()
    const ordered = [null, -1, 0.5, Long.fromNumber(2), '', 'a', { a: 1 }, OID, false, true, DAY]
    await values.insertMany(ordered.map((v, i) => ({ _id: i, v })).reverse())
    expect((await values.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).to.deep.equal([...ordered.keys()])
    expect((await values.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id)).to.deep.equal(
      [...ordered.keys()].reverse(),
    )
  })

  it('sorts an array by its least element going up and its greatest going down', async () => {
    const arrays = fixture.collection()
    await arrays.insertMany([
      { _id: 1, v: [5, 1] },
      { _id: 2, v: 3 },
      { _id: 3, v: [4, 2] },
    ])
    expect((await arrays.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).to.deep.equal([1, 3, 2])
    expect((await arrays.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id)).to.deep.equal([1, 3, 2])
  })

  it('skips, limits and reads on in batches, with and without an index', async () => {
    const many = fixture.collection()
    await many.insertMany(Array.from({ length: 250 }, (_, i) => ({ _id: i, n: (i * 7) % 250 })))
    const expected = Array.from({ length: 100 }, (_, i) => i + 30)
    for (const isIndexed of [false, true]) {
      if (isIndexed) await many.createIndex({ n: 1 })
      const found = await many.find().sort({ n: 1 }).skip(30).limit(100).batchSize(7).toArray()
      expect(found.map((document): unknown => document['n'])).to.deep.equal(expected)
      expect(await many.find({}, { batchSize: 10 }).toArray()).to.have.length(250)
      expect(await many.find().limit(-3).toArray()).to.have.length(3)
    }
  })

  it('goes on reading in order while documents are written and deleted', async () => {
    const many = fixture.collection()
    await many.createIndex({ n: 1 })
    await many.insertMany(Array.from({ length: 100 }, (_, i) => ({ _id: i, n: i })))
    const seen: unknown[] = []
    for await (const { _id } of many.find().sort({ n: 1 }).batchSize(5)) {
      seen.push(_id)
      await many.deleteOne({ _id })
    }
    expect(seen).to.deep.equal(Array.from({ length: 100 }, (_, i) => i))
  })

  it('lists distinct values, also of arrays', async () => {
    expect(await collection().distinct('tags')).to.have.members(['a', 'b', 'c'])
    expect(await collection().distinct('list.k', { _id: 2 })).to.deep.equal([1, 2])
  })

  it('counts', async () => {
    expect(await collection().estimatedDocumentCount()).to.equal(6)
    expect(await collection().countDocuments({ n: { $gt: 5 } }, { limit: 1 })).to.equal(1)
  })
})
