import type { Collection } from 'mongodb'
import { HOURS, runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const [FIRST, SECOND, THIRD] = HOURS as [Doc, Doc, Doc]
const LATE = { _id: { $gt: 1 } }
const NEXT = { $inc: { hour: 1 } }

type Write = (documents: Collection<Doc>, filter: object, options?: object) => Promise<Doc | null>

const METHODS: Readonly<Record<string, Write>> = {
  findOneAndUpdate: (documents, filter, options = {}) => documents.findOneAndUpdate(filter, NEXT, options),
  findOneAndReplace: (documents, filter, options = {}) => documents.findOneAndReplace(filter, { hour: 20 }, options),
  findOneAndDelete: (documents, filter, options = {}) => documents.findOneAndDelete(filter, options),
}

/** What the three have alike. */
const alike = ([method, write]: [string, Write]): Readonly<Record<string, readonly CrudCase[]>> => ({
  [`${method}-collation`]: [
    {
      name: 'refuses a collation',
      operation: (documents) => write(documents, { _id: 1 }, { collation: { locale: 'en', strength: 2 } }),
      refused: 72,
      outcome: HOURS,
    },
  ],
  [`${method}-comment`]: ['text', { key: 'value' }].map((comment) => ({
    name: `takes a comment that is ${typeof comment}`,
    operation: (documents) => write(documents, { _id: 1 }, { comment }),
    result: FIRST,
  })),
  [`${method}-hint`]: [
    ...['_id_', { _id: 1 }].map((hint) => ({
      name: `takes an index by its ${typeof hint === 'string' ? 'name' : 'key'}`,
      operation: (documents: Collection<Doc>) => write(documents, { _id: { $lt: 2 } }, { hint }),
      result: FIRST,
    })),
    {
      name: 'refuses one that is not there',
      operation: (documents) => write(documents, { _id: 1 }, { hint: 'none' }),
      refused: 2,
      outcome: HOURS,
    },
  ],
  [`${method}-hint-unacknowledged`]: [
    {
      name: 'takes an index by its name',
      operation: async (documents) => {
        await write(documents, { _id: 1 }, { hint: '_id_', writeConcern: { w: 0 } })
        while ((await documents.countDocuments(FIRST as object)) === 1);
        return await documents.countDocuments({ _id: 2, hour: 10 })
      },
      result: 1,
    },
  ],
  [`${method}-let`]: [
    {
      name: 'refuses variables',
      operation: (documents) => write(documents, { $expr: { $eq: ['$_id', '$$id'] } }, { let: { id: 1 } }),
      refused: 40415,
      outcome: HOURS,
    },
  ],
  [`${method}-rawdata`]: [
    {
      name: 'refuses the field, as a server before 8.2',
      operation: (documents, { db }) =>
        db.command({ findAndModify: documents.collectionName, query: {}, remove: true, rawData: true }),
      refused: 40415,
      outcome: HOURS,
    },
  ],
})

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  findOneAndDelete: [
    {
      name: 'deletes the first of an order',
      operation: (documents) => documents.findOneAndDelete(LATE, { sort: { hour: -1 }, projection: { _id: 0 } }),
      result: { hour: 11 },
      outcome: [FIRST, SECOND],
    },
    {
      name: 'is null where nothing matches',
      operation: (documents) => documents.findOneAndDelete({ _id: 4 }),
      result: null,
      outcome: HOURS,
    },
  ],
  findOneAndReplace: [
    {
      name: 'gives the document before',
      operation: (documents) =>
        documents.findOneAndReplace(LATE, { hour: 20 }, { sort: { hour: 1 }, projection: { _id: 0, hour: 1 } }),
      result: { hour: 10 },
      outcome: [FIRST, { _id: 2, hour: 20 }, THIRD],
    },
    {
      name: 'gives the document after',
      operation: (documents) =>
        documents.findOneAndReplace(LATE, { hour: 20 }, { sort: { hour: 1 }, returnDocument: 'after' }),
      result: { _id: 2, hour: 20 },
    },
    {
      name: 'is null where nothing matches',
      operation: (documents) => documents.findOneAndReplace({ _id: 4 }, { hour: 20 }, { returnDocument: 'after' }),
      result: null,
      outcome: HOURS,
    },
  ],
  'findOneAndReplace-upsert': [
    {
      name: 'is null before, where nothing matched',
      operation: (documents) => documents.findOneAndReplace({ _id: 4 }, { hour: 20 }, { upsert: true }),
      result: null,
      outcome: [...HOURS, { _id: 4, hour: 20 }],
    },
    {
      name: 'gives what it made, of a document that names its _id too',
      operation: (documents) =>
        documents.findOneAndReplace({ _id: 4 }, { _id: 4, hour: 20 } as Doc, { upsert: true, returnDocument: 'after' }),
      result: { _id: 4, hour: 20 },
    },
  ],
  findOneAndUpdate: [
    {
      name: 'gives the document before',
      operation: (documents) => documents.findOneAndUpdate(LATE, NEXT, { sort: { hour: 1 }, projection: { _id: 0 } }),
      result: { hour: 10 },
      outcome: [FIRST, { _id: 2, hour: 11 }, THIRD],
    },
    {
      name: 'gives the document after',
      operation: (documents) => documents.findOneAndUpdate(LATE, NEXT, { sort: { hour: -1 }, returnDocument: 'after' }),
      result: { _id: 3, hour: 12 },
    },
    {
      name: 'is null where nothing matches, before and after',
      operation: async (documents) => [
        await documents.findOneAndUpdate({ _id: 4 }, NEXT),
        await documents.findOneAndUpdate({ _id: 4 }, NEXT, { returnDocument: 'after' }),
      ],
      result: [null, null],
      outcome: HOURS,
    },
    {
      name: 'upserts, null before and the document after',
      operation: async (documents) => [
        await documents.findOneAndUpdate({ _id: 4 }, NEXT, { upsert: true }),
        await documents.findOneAndUpdate({ _id: 5 }, NEXT, { upsert: true, returnDocument: 'after' }),
      ],
      result: [null, { _id: 5, hour: 1 }],
      outcome: [...HOURS, { _id: 4, hour: 1 }, { _id: 5, hour: 1 }],
    },
    {
      name: 'tells in its metadata what it did',
      operation: async (documents) => {
        const options = { upsert: true, includeResultMetadata: true } as const
        const made = await documents.findOneAndUpdate({ _id: 4 }, NEXT, options)
        const changed = await documents.findOneAndUpdate({ _id: 4 }, NEXT, options)
        return [made.lastErrorObject as unknown, changed.lastErrorObject as unknown]
      },
      result: [
        { n: 1, updatedExisting: false, upserted: 4 },
        { n: 1, updatedExisting: true },
      ],
    },
  ],
  'findOneAndUpdate-arrayFilters': [
    {
      name: 'changes the elements that a filter names',
      given: [{ _id: 1, seats: [{ n: 1 }, { n: 2 }] }],
      operation: (documents) =>
        documents.findOneAndUpdate(
          {},
          { $set: { 'seats.$[seat].n': 9 } },
          { arrayFilters: [{ 'seat.n': { $gt: 1 } }], returnDocument: 'after' },
        ),
      result: { _id: 1, seats: [{ n: 1 }, { n: 9 }] },
    },
  ],
  'findOneAndUpdate-errorResponse': [
    {
      name: 'shows the key and the index of what was there already',
      given: [
        { _id: 1, seat: 'a' },
        { _id: 2, seat: 'b' },
      ],
      index: { seat: 1 },
      operation: async (documents) => {
        await documents.dropIndex('seat_1')
        await documents.createIndex({ seat: 1 }, { unique: true })
        return await documents
          .findOneAndUpdate({ _id: 2 }, { $set: { seat: 'a' } })
          .catch((error: { errorResponse: Doc }) => error.errorResponse)
      },
      result: { code: 11000, keyPattern: { seat: 1 }, keyValue: { seat: 'a' } },
    },
  ],
  ...Object.assign({}, ...Object.entries(METHODS).map(alike)),
}

describe('The published cases of finding and modifying', () => {
  runCases(withDatabase(), SPECS)
})
