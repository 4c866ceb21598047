import type { Collection, UpdateResult } from 'mongodb'
import { HOURS, runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const [FIRST, SECOND, THIRD] = HOURS as [Doc, Doc, Doc]
const DONE = { $set: { done: true } }

type Write = (
  documents: Collection<Doc>,
  filter: object,
  change: Doc,
  options?: object,
) => Promise<UpdateResult | Doc | null>

/** `replaceOne` takes the document that the change sets, and the hour it had. */
const METHODS: Readonly<Record<string, Write>> = {
  updateOne: (documents, filter, change, options) => documents.updateOne(filter, change, options),
  updateMany: (documents, filter, change, options) => documents.updateMany(filter, change, options),
  replaceOne: (documents, filter, change, options) =>
    documents.replaceOne(filter, { hour: 9, ...(change['$set'] as Doc) }, options),
}

/** What the three have alike. */
const alike = (method: string, write: Write): Readonly<Record<string, readonly CrudCase[]>> => ({
  [`${method}-collation`]: [
    {
      name: 'refuses a collation',
      operation: (documents) => write(documents, { _id: 1 }, DONE, { collation: { locale: 'en', strength: 2 } }),
      refused: 72,
      outcome: HOURS,
    },
  ],
  [`${method}-comment`]: ['text', { key: 'value' }].map((comment) => ({
    name: `takes a comment that is ${typeof comment}`,
    operation: (documents) => write(documents, { _id: 1 }, DONE, { comment }),
    result: { matchedCount: 1, modifiedCount: 1 },
    outcome: [{ ...FIRST, done: true }, SECOND, THIRD],
  })),
  [`${method}-hint`]: [
    ...['_id_', { _id: 1 }].map((hint) => ({
      name: `takes an index by its ${typeof hint === 'string' ? 'name' : 'key'}`,
      operation: (documents: Collection<Doc>) => write(documents, { _id: { $lt: 2 } }, DONE, { hint }),
      result: { matchedCount: 1, modifiedCount: 1 },
      outcome: [{ ...FIRST, done: true }, SECOND, THIRD],
    })),
    {
      name: 'refuses one that is not there, as a write error',
      operation: (documents) => write(documents, { _id: 1 }, DONE, { hint: 'none' }),
      refused: 2,
      outcome: HOURS,
    },
  ],
  [`${method}-hint-unacknowledged`]: [
    {
      name: 'takes an index by its name',
      operation: async (documents) => {
        const silent = { hint: '_id_', writeConcern: { w: 0 } }
        const result = await write(documents, { _id: { $lt: 2 } }, DONE, silent)
        while ((await documents.countDocuments(DONE.$set)) === 0);
        return result
      },
      result: { acknowledged: false },
      outcome: [{ ...FIRST, done: true }, SECOND, THIRD],
    },
  ],
  [`${method}-let`]: [
    {
      name: 'refuses variables',
      operation: (documents) => write(documents, { $expr: { $eq: ['$_id', '$$id'] } }, DONE, { let: { id: 1 } }),
      refused: 40415,
      outcome: HOURS,
    },
  ],
  [`${method}-rawdata, ${method}-sort`]: [
    {
      name: 'refuses the fields, as a server before 8',
      operation: (documents, { db }) =>
        db.command({ update: documents.collectionName, updates: [{ q: {}, u: DONE, sort: { _id: -1 } }] }),
      refused: 40415,
      outcome: HOURS,
    },
  ],
})

const arrays: readonly Doc[] = [
  { _id: 1, seats: [{ n: 1 }, { n: 2 }] },
  { _id: 2, seats: [{ n: 0 }, { n: 1 }] },
]

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  updateOne: [
    {
      name: 'changes one of many that match',
      operation: (documents) => documents.updateOne({ _id: { $gt: 1 } }, { $inc: { hour: 1 } }),
      result: { matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null },
      outcome: [FIRST, { _id: 2, hour: 11 }, THIRD],
    },
    {
      name: 'changes nothing where nothing matches',
      operation: (documents) => documents.updateOne({ _id: 4 }, { $inc: { hour: 1 } }),
      result: { matchedCount: 0, modifiedCount: 0, upsertedCount: 0 },
      outcome: HOURS,
    },
    {
      name: 'upserts where nothing matches',
      operation: (documents) => documents.updateOne({ _id: 4 }, { $inc: { hour: 1 } }, { upsert: true }),
      result: { matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: 4 },
      outcome: [...HOURS, { _id: 4, hour: 1 }],
    },
    {
      name: 'refuses to upsert another _id than was asked for',
      operation: (documents) => documents.updateOne({ _id: 4 }, { $set: { _id: 5 } }, { upsert: true }),
      refused: 66,
      outcome: HOURS,
    },
  ],
  updateMany: [
    {
      name: 'changes all that match',
      operation: (documents) => documents.updateMany({ _id: { $gt: 1 } }, { $inc: { hour: 1 } }),
      result: { matchedCount: 2, modifiedCount: 2, upsertedCount: 0 },
      outcome: [FIRST, { _id: 2, hour: 11 }, { _id: 3, hour: 12 }],
    },
    {
      name: 'counts only what it modified',
      operation: (documents) => documents.updateMany({}, { $max: { hour: 10 } }),
      result: { matchedCount: 3, modifiedCount: 1 },
      outcome: [{ _id: 1, hour: 10 }, SECOND, THIRD],
    },
    {
      name: 'upserts one where nothing matches',
      operation: (documents) => documents.updateMany({ _id: 4 }, { $inc: { hour: 1 } }, { upsert: true }),
      result: { matchedCount: 0, upsertedCount: 1, upsertedId: 4 },
      outcome: [...HOURS, { _id: 4, hour: 1 }],
    },
    {
      name: 'refuses a replacement',
      operation: (documents, { db }) =>
        db
          .command({ update: documents.collectionName, updates: [{ q: {}, u: { hour: 1 }, multi: true }] })
          .then(({ writeErrors }) => (writeErrors as Doc[]).map(({ code }) => code as number)),
      result: [9],
      outcome: HOURS,
    },
  ],
  replaceOne: [
    {
      name: 'replaces one of many that match',
      operation: (documents) => documents.replaceOne({ _id: { $gt: 1 } }, { hour: 20 }),
      result: { matchedCount: 1, modifiedCount: 1 },
      outcome: [FIRST, { _id: 2, hour: 20 }, THIRD],
    },
    {
      name: 'replaces by a document that names the same _id',
      operation: (documents) => documents.replaceOne({ _id: 2 }, { _id: 2, hour: 20 }),
      result: { matchedCount: 1, modifiedCount: 1 },
      outcome: [FIRST, { _id: 2, hour: 20 }, THIRD],
    },
    {
      name: 'modifies nothing by the same document',
      operation: (documents) => documents.replaceOne({ _id: 2 }, { hour: 10 }),
      result: { matchedCount: 1, modifiedCount: 0 },
      outcome: HOURS,
    },
    {
      name: 'upserts with the _id of the filter',
      operation: (documents) => documents.replaceOne({ _id: 4 }, { hour: 1 }, { upsert: true }),
      result: { matchedCount: 0, upsertedCount: 1, upsertedId: 4 },
      outcome: [...HOURS, { _id: 4, hour: 1 }],
    },
    {
      name: 'upserts with the _id of the document',
      operation: (documents) => documents.replaceOne({ hour: 5 }, { _id: 4, hour: 1 }, { upsert: true }),
      result: { upsertedCount: 1, upsertedId: 4 },
      outcome: [...HOURS, { _id: 4, hour: 1 }],
    },
  ],
  'updateOne-validation, updateMany-validation, replaceOne-validation': [
    {
      name: 'an update needs operators',
      operation: (documents) => documents.updateOne({ _id: 1 }, { hour: 1 }),
      refusedByDriver: /atomic operators/,
      outcome: HOURS,
    },
    {
      name: 'an update of many too',
      operation: (documents) => documents.updateMany({ _id: 1 }, { hour: 1 }),
      refusedByDriver: /atomic operators/,
      outcome: HOURS,
    },
    {
      name: 'a replacement may have none',
      operation: (documents) => documents.replaceOne({ _id: 1 }, { $set: { hour: 1 } } as unknown as Doc),
      refusedByDriver: /atomic operators/,
      outcome: HOURS,
    },
  ],
  'updateOne-arrayFilters': [
    {
      name: 'changes the elements that a filter names, of one document',
      given: arrays,
      operation: (documents) =>
        documents.updateOne({}, { $set: { 'seats.$[seat].taken': true } }, { arrayFilters: [{ 'seat.n': 1 }] }),
      result: { matchedCount: 1, modifiedCount: 1 },
      outcome: [{ _id: 1, seats: [{ n: 1, taken: true }, { n: 2 }] }, arrays[1] as Doc],
    },
    {
      name: 'modifies nothing where no element passes',
      given: arrays,
      operation: (documents) =>
        documents.updateOne({}, { $set: { 'seats.$[seat].taken': true } }, { arrayFilters: [{ 'seat.n': 9 }] }),
      result: { matchedCount: 1, modifiedCount: 0 },
      outcome: arrays,
    },
    {
      name: 'refuses a filter of two names',
      given: arrays,
      operation: (documents) =>
        documents.updateOne({}, { $set: { 'seats.$[a].b': 1 } }, { arrayFilters: [{ 'a.n': 1, 'b.n': 1 }] }),
      refused: 9,
      outcome: arrays,
    },
    {
      name: 'refuses filters beside a pipeline',
      given: arrays,
      operation: (documents) => documents.updateOne({}, [{ $set: { a: 1 } }], { arrayFilters: [{ 'a.n': 1 }] }),
      refused: 9,
      outcome: arrays,
    },
    {
      name: 'refuses an element of what is no array',
      operation: (documents) => documents.updateOne({}, { $set: { 'hour.$[a]': 1 } }, { arrayFilters: [{ a: 1 }] }),
      refused: 2,
      outcome: HOURS,
    },
  ],
  'updateMany-arrayFilters': [
    {
      name: 'changes them in all documents',
      given: arrays,
      operation: (documents) =>
        documents.updateMany({}, { $set: { 'seats.$[seat].n': 5 } }, { arrayFilters: [{ 'seat.n': 1 }] }),
      result: { matchedCount: 2, modifiedCount: 2 },
      outcome: [
        { _id: 1, seats: [{ n: 5 }, { n: 2 }] },
        { _id: 2, seats: [{ n: 0 }, { n: 5 }] },
      ],
    },
  ],
  ...alike('updateOne', METHODS['updateOne'] as Write),
  ...alike('updateMany', METHODS['updateMany'] as Write),
  ...alike('replaceOne', METHODS['replaceOne'] as Write),
}

describe('The published cases of updating', () => {
  runCases(withDatabase(), SPECS)
})
