import { expect } from 'chai'
import { refusal, withDatabase } from './fixture.ts'
import type { Fixture } from './fixture.ts'

/** What is not supported, and the code and name it is refused with. */
const REFUSED: readonly [
  what: string,
  work: (fixture: Fixture) => Promise<unknown>,
  code: number,
  codeName?: string,
][] = [
  ['an unknown command', ({ db }) => db.command({ fly: 1 }), 59, 'CommandNotFound'],
  ['mapReduce', ({ db }) => db.command({ mapReduce: 'c' }), 59, 'CommandNotFound'],
  ['an inherited name as a command', ({ db }) => db.command({ constructor: 1 }), 59, 'CommandNotFound'],
  ['an unknown field of a command', ({ db }) => db.command({ find: 'c', tailable: true }), 40415],
  [
    'an unknown query operator',
    ({ db }) =>
      db
        .collection('c')
        .find({ a: { $near: 1 } })
        .toArray(),
    2,
    'BadValue',
  ],
  ['an inherited name as an operator', ({ db }) => db.collection('c').findOne({ a: { $constructor: 1 } }), 2],
  ['$where', ({ db }) => db.collection('c').find({ $where: 'true' }).toArray(), 2, 'BadValue'],
  [
    '$text',
    ({ db }) =>
      db
        .collection('c')
        .find({ $text: { $search: 'x' } })
        .toArray(),
    2,
  ],
  [
    'an unknown operator also where nothing is stored',
    ({ db }) => db.collection('void').findOne({ a: { $foo: 1 } }),
    2,
  ],
  ['an unknown modifier', ({ db }) => db.collection('c').updateOne({}, { $fly: { a: 1 } }), 9],
  [
    'an unknown stage',
    ({ db }) =>
      db
        .collection('c')
        .aggregate([{ $graphLookup: {} }])
        .toArray(),
    40324,
  ],
  [
    '$out',
    ({ db }) =>
      db
        .collection('c')
        .aggregate([{ $out: 'd' }])
        .toArray(),
    40324,
  ],
  [
    '$lookup with a pipeline',
    ({ db }) =>
      db
        .collection('c')
        .aggregate([{ $lookup: { from: 'x', pipeline: [], as: 'y' } }])
        .toArray(),
    2,
  ],
  [
    'an unknown expression',
    ({ db }) =>
      db
        .collection('c')
        .aggregate([{ $set: { a: { $sinh: 1 } } }])
        .toArray(),
    168,
    'InvalidPipelineOperator',
  ],
  [
    '$function',
    ({ db }) =>
      db
        .collection('c')
        .find({ $expr: { $function: {} } })
        .toArray(),
    168,
  ],
  [
    'an unknown accumulator',
    ({ db }) =>
      db
        .collection('c')
        .aggregate([{ $group: { _id: 1, a: { $stdDevPop: '$a' } } }])
        .toArray(),
    15952,
  ],
  [
    'collation',
    ({ db }) =>
      db
        .collection('c')
        .find({}, { collation: { locale: 'zh' } })
        .toArray(),
    72,
    'InvalidOptions',
  ],
  [
    'a collation of one statement',
    ({ db }) => db.collection('c').updateOne({}, { $set: { a: 1 } }, { collation: { locale: 'zh' } }),
    72,
  ],
  ['a text index', ({ db }) => db.collection('c').createIndex({ a: 'text' }), 67, 'CannotCreateIndex'],
  ['a wildcard index', ({ db }) => db.collection('c').createIndex({ 'a.$**': 1 }), 67],
  ['an index option it does not know', ({ db }) => db.collection('c').createIndex({ a: 1 }, { hidden: true }), 72],
  ['a capped collection', ({ db }) => db.createCollection('capped', { capped: true, size: 100 }), 40415],
  ['a change stream', async ({ db }) => await db.collection('c').watch().next(), 40324],
  ['a hint to no index', ({ db }) => db.collection('c').find({}, { hint: 'no' }).toArray(), 2],
  ['a sort that is none', ({ db }) => db.command({ find: 'c', sort: { a: 2 } }), 2],
  ['a write to more nodes than one', ({ db }) => db.collection('c').insertOne({}, { writeConcern: { w: 3 } }), 100],
  [
    'a document of more than 16 MB',
    async ({ db }) => {
      await db.collection('big').insertOne({ a: 'x'.repeat(9e6) })
      await db.collection('big').updateOne({}, { $set: { b: 'x'.repeat(9e6) } })
    },
    10334,
  ],
  ['an array as _id', ({ db }) => db.collection<{ _id: number[] }>('c').insertOne({ _id: [1] }), 2],
  ['a name that is none', ({ db }) => db.command({ find: '' }), 73, 'InvalidNamespace'],
  ['listIndexes of nothing', ({ db }) => db.command({ listIndexes: 'void' }), 26, 'NamespaceNotFound'],
  ['create of what is there', ({ db }) => db.command({ create: 'c' }), 48, 'NamespaceExists'],
  [
    'getMore of a cursor long gone',
    ({ client }) => client.db('shop').command({ getMore: 5n, collection: 'c' }),
    43,
    'CursorNotFound',
  ],
]

describe('What the embedded database does not support', () => {
  const fixture = withDatabase()

  before(async () => {
    await fixture.db.collection('c').insertOne({ a: 1 })
  })

  for (const [what, work, code, codeName] of REFUSED)
    it(`refuses ${what} with ${code}`, async () => {
      const error = await refusal(work(fixture))
      expect(error).to.include({ code })
      if (codeName) expect(error).to.include({ codeName })
    })

  it('still serves after all that', async () => {
    expect(await fixture.db.collection('c').countDocuments()).to.equal(1)
  })

  it('closes a connection that does not speak the protocol', async () => {
    const { connect } = await import('node:net')
    const path = decodeURIComponent(new URL(fixture.database.uri).host)
    const socket = connect({ path })
    await new Promise<void>((resolve) => {
      socket.on('close', () => resolve())
      socket.on('error', () => {})
      socket.write('GET / HTTP/1.1\r\n\r\n')
    })
    expect(await fixture.db.command({ ping: 1 })).to.include({ ok: 1 })
  })
})

describe('What the embedded database says of itself', () => {
  const fixture = withDatabase()

  it('is the primary of a replica set of one', async () => {
    const hello = await fixture.db.command({ hello: 1 })
    expect(hello).to.include({ isWritablePrimary: true, setName: 'embedded', ok: 1 })
    expect(hello).to.have.property('$clusterTime')
    expect(hello).to.have.property('operationTime')
  })

  it('lists databases, collections and indexes, and drops them', async () => {
    const { client } = fixture
    const db = client.db('other')
    await db.createCollection('empty')
    await db.collection('things').createIndex({ a: -1, 'b.c': 1 }, { unique: true, name: 'mine' })
    const collections = await db.listCollections().toArray()
    expect(collections.map(({ name }) => name)).to.deep.equal(['empty', 'things'])
    expect(await db.collection('things').indexes()).to.deep.equal([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: -1, 'b.c': 1 }, name: 'mine', unique: true },
    ])
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).to.include('other')
    await db.collection('things').dropIndex('mine')
    expect(await db.collection('things').indexes()).to.have.length(1)
    expect(await refusal(db.collection('things').dropIndex('mine'))).to.include({ code: 27 })
    await db.collection('empty').drop()
    expect(await db.listCollections({ name: 'empty' }).toArray()).to.deep.equal([])
    await db.dropDatabase()
    expect(await db.listCollections().toArray()).to.deep.equal([])
  })

  it('counts from nothing again after a drop', async () => {
    const documents = fixture.collection()
    await documents.createIndex({ k: 1 }, { unique: true })
    await documents.insertMany([{ k: 1 }, { k: 2 }])
    await documents.drop()
    await documents.insertOne({ k: 1 })
    await documents.insertOne({ k: 1 })
    expect(await documents.countDocuments({ k: 1 })).to.equal(2)
  })

  it('answers ping, buildInfo, serverStatus, dbStats and collStats', async () => {
    const { db } = fixture
    await db.collection('stats').insertOne({})
    expect(await db.command({ ping: 1 })).to.include({ ok: 1 })
    expect(await db.command({ buildInfo: 1 })).to.have.property('version')
    expect(await db.command({ serverStatus: 1 })).to.have.nested.property('storageEngine.name', 'lmdb')
    expect(await db.stats()).to.include({ db: 'shop' })
    expect(await db.command({ collStats: 'stats' })).to.include({ count: 1, nindexes: 1 })
  })

  it('takes writes that ask for no reply', async () => {
    const documents = fixture.collection()
    await documents.insertOne({ _id: 1 }, { writeConcern: { w: 0 } })
    while ((await documents.countDocuments()) === 0);
  })
})
