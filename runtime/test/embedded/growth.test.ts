import { expect } from 'chai'
import fc from 'fast-check'
import { aggregatePipeline } from '../../src/embedded/aggregate.ts'
import { encode } from '../../src/embedded/bson.ts'
import type { Document } from '../../src/embedded/bson.ts'
import { Collection } from '../../src/embedded/collection.ts'
import { Index } from '../../src/embedded/index-keys.ts'
import { Held, MOST_HELD_BYTES, sizeOf } from '../../src/embedded/memory.ts'
import type { Found } from '../../src/embedded/scan.ts'
import { parseSort, sortDocuments, sortFound } from '../../src/embedded/sort.ts'
import { Overlay } from '../../src/embedded/view.ts'
import type { View } from '../../src/embedded/view.ts'
import { refusal, withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const NOTHING: View = { get: () => undefined, range: () => [], count: () => 0 }

/** A view that counts what is read of it. */
function counted(view: View): View & { reads: number } {
  const counting = {
    reads: 0,
    get: (key: Buffer) => {
      counting.reads++
      return view.get(key)
    },
    *range(low: Buffer, high: Buffer, reverse?: boolean) {
      for (const entry of view.range(low, high, reverse)) {
        counting.reads++
        yield entry
      }
    },
    count: (low: Buffer, high: Buffer) => view.count(low, high),
  }
  return counting
}

/** A collection of `size` orders, ten of them of the shop `s`. */
function ordersOf(size: number): { collection: Collection; view: View & { reads: number } } {
  const indexes = [
    new Index({ name: 'shop', key: { shop: 1, at: 1 } }, 65),
    new Index({ name: 'code', key: { code: 1 }, unique: true }, 66),
    new Index({ name: 'tags', key: { tags: 1 } }, 67),
  ]
  const collection = new Collection('shop.c', 64, {}, indexes)
  const view = new Overlay(NOTHING, () => {})
  for (let _id = 0; _id < size; _id++) {
    const shop = _id < 10 ? 's' : `other ${_id % 7}`
    const document: Document = { _id, shop, at: _id, code: `c${_id}`, tags: [shop, `t${_id}`] }
    collection.insert(view, document, encode(document))
  }
  return { collection, view: counted(view) }
}

/** What is asked by an index, and how much may be read for it. */
const ASKED: readonly [
  sentence: string,
  ask: (collection: Collection, view: View) => Iterable<unknown>,
  most: number,
][] = [
  ['by _id', (collection, view) => collection.find(view, { _id: 5 }), 1],
  ['by a unique value', (collection, view) => collection.find(view, { code: 'c5' }), 2],
  ['by a value of many', (collection, view) => collection.find(view, { shop: 's' }), 20],
  ['by one element of an array', (collection, view) => collection.find(view, { tags: 's' }), 20],
  ['by a value and a bound', (collection, view) => collection.find(view, { shop: 's', at: { $gte: 8 } }), 4],
  ['by a list of values', (collection, view) => collection.find(view, { code: { $in: ['c1', 'c9'] } }), 4],
  ['by two branches', (collection, view) => collection.find(view, { $or: [{ code: 'c1' }, { code: 'c9' }] }), 4],
  [
    'the last of an order',
    (collection, view) => collection.find(view, { shop: 's' }, { sort: { at: -1 }, limit: 3 }),
    6,
  ],
  ['the first of all', (collection, view) => collection.find(view, {}, { limit: 3 }), 3],
  [
    'the first of a pipeline',
    (collection, view) =>
      aggregatePipeline(
        { view: () => view, collection: () => collection },
        collection,
        [{ $match: { shop: 's' } }, { $set: { a: 1 } }, { $match: { a: 1 } }, { $limit: 2 }],
        undefined,
      ).documents,
    4,
  ],
]

describe('What is read by an index', () => {
  const few = ordersOf(50)
  const many = ordersOf(3000)

  for (const [sentence, ask, most] of ASKED)
    it(`${sentence} does not grow with the collection`, () => {
      const readsOf = ({ collection, view }: ReturnType<typeof ordersOf>): number => {
        view.reads = 0
        expect([...ask(collection, view)]).not.to.have.length(0)
        return view.reads
      }
      expect(readsOf(many)).to.equal(readsOf(few)).and.to.be.at.most(most)
    })

  it('is no document where all are counted', () => {
    many.view.reads = 0
    expect(many.collection.count(many.view)).to.equal(3000)
    expect(many.view.reads).to.equal(0)
  })
})

describe('What is held in memory', () => {
  const MEGABYTE = Buffer.alloc(1_000_000)

  function* stored(count: number): Iterable<Found> {
    for (let n = 0; n < count; n++)
      yield { idKey: Buffer.of(n & 255), raw: MEGABYTE, trace: {}, document: { n: (n * 7919) % count } }
  }

  it('of a sort for the first few is no more than these', () => {
    const orders = function* (): Iterable<Found> {
      for (const one of stored(1000)) yield { ...one, raw: encode({ ...one.document, pad: 'x'.repeat(200_000) }) }
    }
    const first = [...sortFound(orders(), parseSort({ n: 1 }), 3)]
    expect(first.map(({ document }) => document['n'])).to.deep.equal([0, 1, 2])
  })

  it('of a sort is refused when it is too much', () => {
    const sort = (): unknown => [...sortFound(stored(200), parseSort({ n: 1 }), Infinity)]
    expect(sort)
      .to.throw(/memory limit/)
      .with.property('code', 292)
    const pad = 'x'.repeat(1_000_000)
    const long = Array.from({ length: 200 }, (_, n) => ({ n, pad }))
    expect(() => [...sortDocuments(long, parseSort({ n: 1 }))])
      .to.throw(/memory limit/)
      .with.property('code', 292)
  })

  it('of groups and facets is refused when it is too much', () => {
    const pad = 'x'.repeat(1_000_000)
    const { collection, view } = ordersOf(150)
    for (const stage of [
      { $group: { _id: null, all: { $push: '$pad' } } },
      { $group: { _id: { $concat: ['$code', '$pad'] } } },
      { $facet: { all: [{ $count: 'n' }] } },
    ]) {
      const run = (): unknown => [
        ...aggregatePipeline(
          { view: () => view, collection: () => undefined },
          collection,
          [{ $set: { pad: { $literal: pad } } }, stage],
          undefined,
        ).documents,
      ]
      expect(run, JSON.stringify(stage))
        .to.throw(/memory limit/)
        .with.property('code', 292)
    }
  })

  it('is counted down again', () => {
    const held = new Held('A test', 10)
    held.add(10)
    held.remove(5)
    held.add(5)
    expect(() => held.add(1)).to.throw()
    expect(MOST_HELD_BYTES).to.be.above(sizeOf({ a: 'x'.repeat(1000) }))
  })
})

describe('Changes held over a store', () => {
  it('are read, in order and both ways, as if they were stored', () => {
    const key = fc.integer({ min: 0, max: 400 }).map((n) => Buffer.of(n >> 8, n & 255))
    const step = fc.record({ key, isGone: fc.boolean(), looks: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 60 }),
        fc.array(step, { maxLength: 200 }),
        key,
        key,
        (base, steps, a, b) => {
          const below = new Overlay(NOTHING, () => {})
          const overlay = new Overlay(below, () => {})
          const model = new Map<string, string>()
          const write = (target: Overlay, at: Buffer, isGone: boolean, value: string): void => {
            if (isGone) target.remove(at)
            else target.put(at, Buffer.from(value))
            if (isGone) model.delete(at.toString('hex'))
            else model.set(at.toString('hex'), value)
          }
          for (const at of base) write(below, at, false, 'base')
          const [low, high] = Buffer.compare(a, b) < 0 ? [a, b] : [b, a]
          const look = (): void => {
            const expected = [...model]
              .filter(([at]) => at >= low.toString('hex') && at < high.toString('hex'))
              .sort(([one], [other]) => (one < other ? -1 : 1))
            const shown = (reverse: boolean): string[][] =>
              [...overlay.range(low, high, reverse)].map((entry) => [entry.key.toString('hex'), entry.value.toString()])
            expect(shown(false)).to.deep.equal(expected)
            expect(shown(true)).to.deep.equal(expected.toReversed())
            expect(overlay.count(low, high)).to.equal(expected.length)
          }
          for (const [i, one] of steps.entries()) {
            write(overlay, one.key, one.isGone, `step ${i}`)
            if (one.looks) look()
          }
          look()
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('A cursor', () => {
  const fixture = withDatabase()
  const filled = async (): Promise<ReturnType<typeof fixture.collection>> => {
    const documents = fixture.collection()
    await documents.createIndex({ n: 1 })
    await documents.insertMany(Array.from({ length: 500 }, (_, n): Doc => ({ _id: n, n })))
    return documents
  }

  it('of a pipeline goes on where it stood while documents are written and deleted', async () => {
    const documents = await filled()
    const cursor = documents.aggregate<Doc>([{ $match: { n: { $gte: 0 } } }, { $set: { seen: true } }], {
      batchSize: 10,
    })
    const ids: unknown[] = []
    for await (const { _id } of cursor) {
      if (ids.push(_id) === 10) await documents.deleteMany({ _id: { $gte: 100, $lt: 200 } })
      if (ids.length === 20) await documents.updateMany({ _id: { $lt: 5 } }, { $set: { n: -1 } })
    }
    expect(ids).to.deep.equal([...Array(100).keys(), ...Array.from({ length: 300 }, (_, i) => 200 + i)])
  })

  it('does not end early, but is refused, when its index or collection is dropped', async () => {
    for (const drop of ['dropIndex', 'drop'] as const) {
      const documents = await filled()
      const cursor = documents.find({ n: { $gte: 0 } }, { batchSize: 10, sort: { n: 1 } })
      await cursor.next()
      if (drop === 'drop') await documents.drop()
      else await documents.dropIndex('n_1')
      expect(await refusal(cursor.toArray())).to.include({ code: 175, codeName: 'QueryPlanKilled' })
    }
  })

  it('of a pipeline ends with its transaction', async () => {
    const documents = await filled()
    await fixture.client.withSession(async (session) => {
      session.startTransaction()
      const cursor = documents.aggregate([{ $match: {} }], { batchSize: 10, session })
      await cursor.next()
      const { id } = cursor
      await session.abortTransaction()
      const more = fixture.db.command({ getMore: id, collection: documents.collectionName })
      expect(await refusal(more)).to.include({ code: 43 })
    })
  })
})
