import { expect } from 'chai'
import { Double } from 'mongodb'
import { refusal, withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const ORDERS: Doc[] = [
  {
    _id: 1,
    shop: 'a',
    total: 100,
    at: new Date('2026-12-01T20:30:00Z'),
    lines: [
      { sku: 'x', n: 2 },
      { sku: 'y', n: 1 },
    ],
  },
  { _id: 2, shop: 'a', total: 250, at: new Date('2026-12-02T01:00:00Z'), lines: [{ sku: 'x', n: 1 }] },
  { _id: 3, shop: 'b', total: 40, at: new Date('2026-12-02T10:00:00Z'), lines: [] },
  { _id: 4, shop: 'b', total: null, at: new Date('2026-12-03T10:00:00Z') },
]

const PIPELINES: readonly [
  sentence: string,
  pipeline: Record<string, unknown>[],
  results: Record<string, unknown>[],
][] = [
  [
    '$match, $sort, $skip and $limit',
    [{ $match: { shop: 'a' } }, { $sort: { total: -1 } }, { $skip: 1 }, { $limit: 5 }, { $project: { total: 1 } }],
    [{ _id: 1, total: 100 }],
  ],
  [
    '$limit before $skip',
    [{ $sort: { _id: 1 } }, { $limit: 2 }, { $skip: 1 }, { $project: { shop: 1 } }],
    [{ _id: 2, shop: 'a' }],
  ],
  [
    '$group with its accumulators',
    [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$shop',
          sum: { $sum: '$total' },
          avg: { $avg: '$total' },
          min: { $min: '$total' },
          max: { $max: '$total' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
          ids: { $push: '$_id' },
          count: { $count: {} },
          n: { $sum: 1 },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'a', sum: 350, avg: 175, min: 100, max: 250, first: 1, last: 2, ids: [1, 2], count: 2, n: 2 },
      { _id: 'b', sum: 40, avg: 40, min: 40, max: 40, first: 3, last: 4, ids: [3, 4], count: 2, n: 2 },
    ],
  ],
  [
    '$group of all, and $addToSet',
    [{ $group: { _id: null, shops: { $addToSet: '$shop' } } }],
    [{ _id: null, shops: ['a', 'b'] }],
  ],
  [
    '$group by a document',
    [
      { $group: { _id: { shop: '$shop', paid: { $gt: ['$total', 0] } }, n: { $sum: 1 } } },
      { $sort: { n: -1, _id: 1 } },
      { $limit: 2 },
    ],
    [
      { _id: { shop: 'a', paid: true }, n: 2 },
      { _id: { shop: 'b', paid: false }, n: 1 },
    ],
  ],
  [
    '$unwind and $group over the lines',
    [{ $unwind: '$lines' }, { $group: { _id: '$lines.sku', n: { $sum: '$lines.n' } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'x', n: 3 },
      { _id: 'y', n: 1 },
    ],
  ],
  [
    '$unwind that keeps the empty ones',
    [
      { $unwind: { path: '$lines', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $project: { i: 1, sku: '$lines.sku' } },
    ],
    [
      { _id: 1, i: 0, sku: 'x' },
      { _id: 1, i: 1, sku: 'y' },
      { _id: 2, i: 0, sku: 'x' },
      { _id: 3, i: null },
      { _id: 4, i: null },
    ],
  ],
  ['$count', [{ $match: { shop: 'b' } }, { $count: 'n' }], [{ n: 2 }]],
  [
    '$lookup by a field',
    [
      { $match: { _id: { $lte: 2 } } },
      { $unwind: '$lines' },
      { $match: { _id: 2 } },
      { $lookup: { from: 'products', localField: 'lines.sku', foreignField: 'sku', as: 'product' } },
      { $project: { product: 1 } },
    ],
    [{ _id: 2, product: [{ _id: 'p1', sku: 'x', name: 'Tea' }] }],
  ],
  [
    '$addFields, $set and $unset',
    [
      { $match: { _id: 2 } },
      { $addFields: { vat: { $multiply: ['$total', 0.5] } } },
      { $set: { 'deep.shop': '$shop' } },
      { $unset: ['lines', 'at', 'shop'] },
    ],
    [{ _id: 2, total: 250, vat: 125, deep: { shop: 'a' } }],
  ],
  [
    '$replaceRoot',
    [{ $match: { _id: 2 } }, { $unwind: '$lines' }, { $replaceRoot: { newRoot: '$lines' } }],
    [{ sku: 'x', n: 1 }],
  ],
  [
    '$facet',
    [{ $facet: { total: [{ $count: 'n' }], page: [{ $sort: { _id: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }] } }],
    [{ total: [{ n: 4 }], page: [{ _id: 4 }] }],
  ],
  [
    '$sortByCount',
    [{ $match: { total: { $ne: 40 } } }, { $sortByCount: '$shop' }],
    [
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ],
  ],
  [
    'days of a zone',
    [
      { $match: { shop: 'a' } },
      {
        $group: {
          _id: { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } },
          n: { $sum: 1 },
        },
      },
    ],
    [{ _id: '2026-12-02', n: 2 }],
  ],
  [
    'expressions',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          _id: 0,
          cond: { $cond: [{ $gte: ['$total', 100] }, 'big', 'small'] },
          none: { $ifNull: ['$nothing', 'none'] },
          size: { $size: '$lines' },
          skus: { $map: { input: '$lines', as: 'l', in: '$$l.sku' } },
          some: { $filter: { input: '$lines', as: 'l', cond: { $gt: ['$$l.n', 1] } } },
          sum: { $sum: '$lines.n' },
          hour: { $hour: { date: '$at', timezone: '+08:00' } },
          text: { $concat: ['$shop', '-', { $toString: '$_id' }] },
          diff: { $subtract: ['$total', 1] },
        },
      },
    ],
    [
      {
        cond: 'big',
        none: 'none',
        size: 2,
        skus: ['x', 'y'],
        some: [{ sku: 'x', n: 2 }],
        sum: 3,
        hour: 4,
        text: 'a-1',
        diff: 99,
      },
    ],
  ],
]

describe('An aggregation of the embedded database', () => {
  const fixture = withDatabase()
  const orders = () => fixture.db.collection<Doc>('orders')

  before(async () => {
    await orders().insertMany(ORDERS)
    await fixture.db.collection<Doc>('products').insertOne({ _id: 'p1', sku: 'x', name: 'Tea' })
  })

  for (const [sentence, pipeline, results] of PIPELINES)
    it(`knows ${sentence}`, async () => {
      expect(await orders().aggregate(pipeline).toArray()).to.deep.equal(results)
    })

  it('sums ints to an int and doubles to a double', async () => {
    const documents = fixture.collection()
    await documents.insertMany([
      { i: 1, d: new Double(1) },
      { i: 2, d: new Double(2) },
    ])
    const [sums] = await documents
      .aggregate([{ $group: { _id: null, i: { $sum: '$i' }, d: { $sum: '$d' } } }], { promoteValues: false })
      .toArray()
    expect(sums).to.have.nested.property('i._bsontype', 'Int32')
    expect(sums).to.have.nested.property('d._bsontype', 'Double')
  })

  it('gives its results in batches', async () => {
    const documents = fixture.collection()
    await documents.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i })))
    expect(await documents.aggregate([{ $sort: { _id: -1 } }], { batchSize: 50 }).toArray()).to.have.length(300)
  })

  it('of a collection that is not there is empty', async () => {
    expect(
      await fixture.db
        .collection('nowhere')
        .aggregate([{ $match: {} }])
        .toArray(),
    ).to.deep.equal([])
  })

  it('refuses a sum that does not fit', async () => {
    expect(
      await refusal(
        orders()
          .aggregate([{ $project: { a: { $divide: ['$total', 0] } } }])
          .toArray(),
      ),
    ).to.include({ code: 2 })
  })
})
