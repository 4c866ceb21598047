import { expect } from 'chai'
import fc from 'fast-check'
import { compileFilter } from '../../src/embedded/match.ts'
import type { Document } from '../../src/embedded/bson.ts'
import { decode, encode } from '../../src/embedded/bson.ts'
import { Collection } from '../../src/embedded/collection.ts'
import { inRange } from '../../src/embedded/keys.ts'
import { Index } from '../../src/embedded/index-keys.ts'
import type { IndexSpec } from '../../src/embedded/index-keys.ts'
import { sortDocuments, parseSort, comparator } from '../../src/embedded/sort.ts'
import { Overlay } from '../../src/embedded/view.ts'
import type { View } from '../../src/embedded/view.ts'

const EMPTY: View = { get: () => undefined, range: () => [], count: () => 0 }

/** A collection in memory alone: its documents are what an overlay holds over nothing. */
function collectionOf(specs: readonly IndexSpec[]): { collection: Collection; view: Overlay } {
  return {
    collection: new Collection(
      'shop.c',
      64,
      {},
      specs.map((spec, i) => new Index(spec, 65 + i)),
    ),
    view: new Overlay(EMPTY, () => {}),
  }
}

const small = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(null, 'a', 'b', 'ab', '', 1.5, true, new Date(1)),
)
const field = fc.oneof(
  { weight: 5, arbitrary: small },
  { weight: 1, arbitrary: fc.array(small, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: small, y: small }, { requiredKeys: [], noNullPrototype: true }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ x: small, y: small }, { requiredKeys: [], noNullPrototype: true }), {
      maxLength: 2,
    }),
  },
)
const documents = fc
  .array(fc.record({ a: field, b: small, c: small }, { requiredKeys: [], noNullPrototype: true }), { maxLength: 25 })
  .map((list) => list.map((document, _id): Document => ({ _id, ...document })))

const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', '_id')
const direction = fc.constantFrom(1, -1)
const key = fc
  .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map(Object.fromEntries)
const index = fc
  .record({ key, sparse: fc.boolean(), isPartial: fc.boolean() })
  .map(({ key: fields, sparse, isPartial }, i = 0): IndexSpec => ({
    name: `i${JSON.stringify(fields)}${i}`,
    key: fields as Document,
    ...(isPartial ? { partialFilterExpression: { b: { $gte: 1 } } } : { sparse }),
  }))

const condition = fc.oneof(
  small,
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), small).map(([op, value]) => ({ [op]: value })),
  fc.tuple(small, small).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(small, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.boolean().map((flag) => ({ $exists: flag })),
)
const conjunction = fc
  .uniqueArray(fc.tuple(path, condition), { maxLength: 3, selector: ([name]) => name })
  .map((parts) => Object.fromEntries(parts) as Document)
const query = fc.oneof(
  { weight: 4, arbitrary: conjunction },
  {
    weight: 1,
    arbitrary: fc.array(conjunction, { minLength: 1, maxLength: 2 }).map((parts): Document => ({ $or: parts })),
  },
)
const sort = fc.oneof(
  fc.constant({}),
  fc
    .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 2, selector: ([name]) => name })
    .map(Object.fromEntries),
) as fc.Arbitrary<Document>

describe('A query answered by an index', () => {
  it('finds what reading every document finds, in the order asked for', () => {
    let sortedByIndex = 0
    let narrowed = 0
    fc.assert(
      fc.property(
        documents,
        fc.array(index, { minLength: 1, maxLength: 4 }),
        query,
        sort,
        fc.nat(5),
        (stored, specs, asked, order, limit) => {
          const { collection, view } = collectionOf(specs)
          const kept = stored.filter((document) => {
            try {
              collection.insert(view, document, encode(document))
              return true
            } catch {
              // Parallel arrays cannot be indexed.
              return false
            }
          })
          const filter = compileFilter(asked)
          const spec = parseSort(order)
          const all = kept.map((document) => decode(encode(document)))
          const expected = [...sortDocuments(all, spec)].filter((document) => filter.test(document))
          const found = [...collection.find(view, asked, { sort: order })].map(({ document }) => document)
          expect(found.map(({ _id }) => _id)).to.have.members(expected.map(({ _id }) => _id))
          const compare = comparator(spec)
          for (const [i, document] of found.entries())
            if (i > 0) expect(compare(found[i - 1], document), 'order').to.be.at.most(0)
          const few = [...collection.find(view, asked, { sort: order, limit: limit + 1, skip: 1 })]
          expect(few.length).to.equal(Math.min(Math.max(expected.length - 1, 0), limit + 1))
          const plan = collection.plan(filter, { sort: order })
          if (plan.isSorted && spec.length > 0) sortedByIndex++
          if (plan.intervals[0]?.index !== collection.indexes[0]) narrowed++
        },
      ),
      { numRuns: 2000 },
    )
    // Otherwise this test tests nothing.
    expect(sortedByIndex).to.be.above(60)
    expect(narrowed).to.be.above(200)
  })

  it('minds that one array may meet two bounds by two elements, and is sorted by all of them', () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(null)), { maxLength: 3 })
    const bound = fc.integer({ min: 0, max: 4 })
    const range = fc.tuple(bound, bound).map(([low, high]): Document => ({ a: { $gt: low, $lt: high } }))
    const asks = fc.oneof(
      range,
      bound.map((low): Document => ({ a: { $gte: low } })),
      fc.constant<Document>({}),
    )
    const lists = fc.array(fc.oneof(numbers, fc.integer({ min: 0, max: 4 }), fc.constant(null)), { maxLength: 8 })
    fc.assert(
      fc.property(lists, asks, direction, direction, (stored, asked, indexed, sorted) => {
        const { collection, view } = collectionOf([{ name: 'a', key: { a: indexed } }])
        const all = stored.map((a, _id): Document => ({ _id, a }))
        for (const document of all) collection.insert(view, document, encode(document))
        const { test } = compileFilter(asked)
        const found = [...collection.find(view, asked, { sort: { a: sorted } })].map(({ document }) => document)
        expect(found.map(({ _id }) => _id)).to.have.members(all.filter((one) => test(one)).map(({ _id }) => _id))
        const compare = comparator(parseSort({ a: sorted }))
        for (const [i, document] of found.entries())
          if (i > 0) expect(compare(found[i - 1], document), 'order').to.be.at.most(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('minds that two conditions on one array may be met by two of its documents', () => {
    const digit = fc.integer({ min: 0, max: 2 })
    const item = fc.record({ x: digit, y: digit }, { requiredKeys: ['x'], noNullPrototype: true })
    const lists = fc.array(fc.array(item, { maxLength: 3 }), { maxLength: 6 })
    const asks = fc
      .tuple(
        digit,
        fc.oneof(
          digit,
          digit.map((low) => ({ $gte: low })),
        ),
      )
      .map(([x, y]): Document => ({ 'a.x': x, 'a.y': y }))
    fc.assert(
      fc.property(lists, asks, direction, (stored, asked, way) => {
        const { collection, view } = collectionOf([{ name: 'xy', key: { 'a.x': way, 'a.y': 1 } }])
        const all = stored.map((a, _id): Document => ({ _id, a }))
        for (const document of all) collection.insert(view, document, encode(document))
        const { test } = compileFilter(asked)
        const found = [...collection.find(view, asked)].map(({ document }) => document['_id'])
        expect(found).to.have.members(all.filter((one) => test(one)).map(({ _id }) => _id))
      }),
      { numRuns: 1000 },
    )
  })

  it('still does after documents were changed and deleted', () => {
    fc.assert(
      fc.property(documents, documents, fc.array(index, { maxLength: 3 }), query, (stored, changed, specs, asked) => {
        const { collection, view } = collectionOf(specs)
        const held = new Map<unknown, Document>()
        const attempt = (work: () => void): boolean => {
          try {
            work()
            return true
          } catch {
            return false
          }
        }
        for (const document of stored)
          if (attempt(() => collection.insert(view, document, encode(document)))) held.set(document['_id'], document)
        for (const document of changed) {
          const before = collection.byId(view, document['_id'])
          if (!before) continue
          if (document['b'] === undefined) {
            collection.remove(view, before.idKey, before.document)
            held.delete(document['_id'])
          } else if (attempt(() => collection.replace(view, before.idKey, before.document, document, encode(document))))
            held.set(document['_id'], document)
        }
        const { test } = compileFilter(asked)
        const found = [...collection.find(view, asked)].map(({ document }) => document['_id'])
        const expected = [...held.values()]
          .map((document) => decode(encode(document)))
          .filter((document) => test(document))
        expect(found).to.have.members(expected.map(({ _id }) => _id))
        if (held.size === 0) expect([...view.range(inRange(64), inRange(100))]).to.deep.equal([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('The plan of a query', () => {
  const specs: IndexSpec[] = [
    { name: 'shop', key: { shop: 1, start: 1 } },
    { name: 'newest', key: { at: -1 } },
    { name: 'mail', key: { mail: 1 }, unique: true },
    { name: 'held', key: { start: 1 }, partialFilterExpression: { state: 'held' } },
    { name: 'note', key: { note: 1 }, sparse: true },
  ]
  const plans: readonly [query: Document, sort: Document, index: string, isSorted: boolean][] = [
    [{ shop: 'a' }, {}, 'shop', true],
    [{ shop: 'a', start: { $gte: 1, $lt: 5 } }, { start: 1 }, 'shop', true],
    [{ shop: 'a', start: { $gte: 1 } }, { start: -1 }, 'shop', true],
    [{ shop: 'a' }, { shop: 1, start: 1 }, 'shop', true],
    [{ shop: { $in: ['a', 'b'] } }, { start: 1 }, 'shop', false],
    [{ shop: 'a', mail: 'm' }, {}, 'mail', true],
    [{}, { at: -1 }, 'newest', true],
    [{}, { at: 1 }, 'newest', true],
    [{ state: 'held', start: { $gt: 3 } }, {}, 'held', true],
    [{ state: 'gone', start: { $gt: 3 } }, {}, '_id_', true],
    [{ note: null }, {}, '_id_', true],
    [{ note: 'x' }, {}, 'note', true],
    [{}, { note: 1 }, '_id_', false],
    [{ _id: { $gt: 5 } }, { _id: -1 }, '_id_', true],
    [{ $or: [{ shop: 'a' }, { shop: 'b', start: 3 }] }, {}, 'shop', false],
    [{ other: 1 }, {}, '_id_', true],
  ]
  for (const [asked, order, name, isSorted] of plans)
    it(`of ${JSON.stringify(asked)} by ${JSON.stringify(order)} reads ${name}${isSorted ? ' in order' : ''}`, () => {
      const { collection } = collectionOf(specs)
      const plan = collection.plan(compileFilter(asked), { sort: order })
      expect(plan.intervals[0]?.index.spec.name).to.equal(name)
      expect(plan.isSorted).to.equal(isSorted)
    })

  it('reads no more documents than a sorted limit asks for', () => {
    const { collection, view } = collectionOf(specs)
    for (let i = 0; i < 200; i++) {
      const document = { _id: i, shop: 's', start: i, mail: i }
      collection.insert(view, document, encode(document))
    }
    let reads = 0
    const counting: View = {
      get: (wanted) => {
        reads++
        return view.get(wanted)
      },
      range: (low, high, reverse) => view.range(low, high, reverse),
      count: (low, high) => view.count(low, high),
    }
    expect([...collection.find(counting, { shop: 's' }, { sort: { start: -1 }, limit: 5 })]).to.have.length(5)
    expect(reads).to.equal(5)
  })
})
