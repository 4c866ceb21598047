import type { AnyBulkWriteOperation } from 'mongodb'
import { HOURS, runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const [FIRST, SECOND, THIRD] = HOURS as [Doc, Doc, Doc]
const FOURTH: Doc = { _id: 4, hour: 12 }

type Statement = AnyBulkWriteOperation<Doc>

const MIXED: Statement[] = [
  { insertOne: { document: FOURTH } },
  { updateOne: { filter: { _id: 2 }, update: { $inc: { hour: 1 } } } },
  { updateMany: { filter: { _id: { $gt: 1 } }, update: { $inc: { hour: 1 } } } },
  { replaceOne: { filter: { _id: 5 }, replacement: { hour: 5 }, upsert: true } },
  { deleteOne: { filter: { _id: 3 } } },
  { deleteMany: { filter: { hour: 99 } } },
]
const MIXED_OUTCOME: readonly Doc[] = [FIRST, { _id: 2, hour: 12 }, { _id: 4, hour: 13 }, { _id: 5, hour: 5 }]
const DUPLICATES: Statement[] = [
  { insertOne: { document: FOURTH } },
  { insertOne: { document: { _id: 1 } } },
  { deleteOne: { filter: { _id: 3 } } },
  { insertOne: { document: { _id: 2 } } },
]

const hinted = (hint: string | object): Statement[] => [
  { updateOne: { filter: { _id: 1 }, update: { $inc: { hour: 1 } }, hint } },
  { updateMany: { filter: { _id: { $lt: 3 } }, update: { $inc: { hour: 1 } }, hint } },
  { replaceOne: { filter: { _id: 2 }, replacement: { hour: 0 }, hint } },
  { deleteOne: { filter: { _id: 3 }, hint } },
]
const HINTED_OUTCOME: readonly Doc[] = [
  { _id: 1, hour: 11 },
  { _id: 2, hour: 0 },
]

/** A statement with an option that is not supported, by its published file. */
const REFUSED: readonly [spec: string, statement: Statement, options: object, code: number][] = [
  ['bulkWrite-collation', { deleteOne: { filter: { _id: 1 }, collation: { locale: 'zh' } } }, {}, 72],
  [
    'bulkWrite-collation',
    { updateOne: { filter: { _id: 1 }, update: { $inc: { hour: 1 } }, collation: { locale: 'zh' } } },
    {},
    72,
  ],
  ['bulkWrite-deleteOne-let', { deleteOne: { filter: { _id: 1 } } }, { let: { id: 1 } }, 40415],
  ['bulkWrite-deleteMany-let', { deleteMany: { filter: { _id: 1 } } }, { let: { id: 1 } }, 40415],
  ['bulkWrite-updateOne-let', { updateOne: { filter: {}, update: { $inc: { hour: 1 } } } }, { let: { id: 1 } }, 40415],
  [
    'bulkWrite-updateMany-let',
    { updateMany: { filter: {}, update: { $inc: { hour: 1 } } } },
    { let: { id: 1 } },
    40415,
  ],
  ['bulkWrite-replaceOne-let', { replaceOne: { filter: {}, replacement: { hour: 1 } } }, { let: { id: 1 } }, 40415],
  [
    'bulkWrite-updateOne-sort',
    { updateOne: { filter: {}, update: { $inc: { hour: 1 } }, sort: { _id: -1 } } },
    {},
    40415,
  ],
  ['bulkWrite-replaceOne-sort', { replaceOne: { filter: {}, replacement: { hour: 1 }, sort: { _id: -1 } } }, {}, 40415],
  ['bulkWrite-delete-hint', { deleteOne: { filter: { _id: 1 }, hint: 'none' } }, {}, 2],
  ['bulkWrite-update-hint', { updateOne: { filter: { _id: 1 }, update: { $inc: { hour: 1 } }, hint: 'none' } }, {}, 2],
]

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  bulkWrite: [
    ...[true, false].map((ordered) => ({
      name: `does all kinds together, ${ordered ? 'in order' : 'in any order'}`,
      operation: (documents: Parameters<CrudCase['operation']>[0]) => documents.bulkWrite(MIXED, { ordered }),
      result: {
        insertedCount: 1,
        matchedCount: 4,
        modifiedCount: 4,
        upsertedCount: 1,
        deletedCount: 1,
        insertedIds: { 0: 4 },
        upsertedIds: { 3: 5 },
      },
      outcome: MIXED_OUTCOME,
    })),
    {
      name: 'in order ends at the first fault, and says where it was',
      operation: (documents) => documents.bulkWrite(DUPLICATES),
      refused: { code: 11000, writeErrors: [[1, 11000]] },
      outcome: [...HOURS, FOURTH],
    },
    {
      name: 'in no order goes on, and says where each fault was',
      operation: (documents) => documents.bulkWrite(DUPLICATES, { ordered: false }),
      refused: {
        code: 11000,
        writeErrors: [
          [1, 11000],
          [3, 11000],
        ],
      },
      outcome: [FIRST, SECOND, FOURTH],
    },
    {
      name: 'says also with a fault what was done',
      operation: (documents) =>
        documents
          .bulkWrite(DUPLICATES, { ordered: false })
          .catch(({ insertedCount, deletedCount, matchedCount }: Doc) => ({
            insertedCount,
            deletedCount,
            matchedCount,
          })),
      result: { insertedCount: 1, deletedCount: 1, matchedCount: 0 },
    },
    {
      name: 'reports the place of each upsert among statements that upsert nothing',
      operation: (documents) =>
        documents.bulkWrite([
          { updateOne: { filter: { _id: 1 }, update: { $inc: { hour: 1 } }, upsert: true } },
          { updateOne: { filter: { _id: 7 }, update: { $inc: { hour: 1 } }, upsert: true } },
          { updateMany: { filter: { _id: 8 }, update: { $inc: { hour: 1 } }, upsert: true } },
        ]),
      result: { upsertedCount: 2, upsertedIds: { 1: 7, 2: 8 }, matchedCount: 1, modifiedCount: 1 },
    },
    {
      name: 'needs a statement',
      operation: (documents) => documents.bulkWrite([]),
      refusedByDriver: /empty/,
    },
  ],
  'bulkWrite-arrayFilters': [
    {
      name: 'changes the elements that filters name, by one and by many',
      given: [
        { _id: 1, seats: [{ n: 3 }, { n: 1 }] },
        { _id: 2, seats: [{ n: 0 }, { n: 1 }] },
      ],
      operation: (documents) =>
        documents.bulkWrite([
          { updateOne: { filter: {}, update: { $set: { 'seats.$[i].n': 2 } }, arrayFilters: [{ 'i.n': 3 }] } },
          { updateMany: { filter: {}, update: { $set: { 'seats.$[i].n': 2 } }, arrayFilters: [{ 'i.n': 1 }] } },
        ]),
      result: { matchedCount: 3, modifiedCount: 3 },
      outcome: [
        { _id: 1, seats: [{ n: 2 }, { n: 2 }] },
        { _id: 2, seats: [{ n: 0 }, { n: 2 }] },
      ],
    },
  ],
  'bulkWrite-comment': ['text', { key: 'value' }].map((comment) => ({
    name: `takes a comment that is ${typeof comment}`,
    operation: (documents) => documents.bulkWrite(MIXED, { comment }),
    outcome: MIXED_OUTCOME,
  })),
  'bulkWrite-update-hint, bulkWrite-delete-hint': ['_id_', { _id: 1 }].map((hint) => ({
    name: `takes an index by its ${typeof hint === 'string' ? 'name' : 'key'}`,
    operation: (documents) => documents.bulkWrite(hinted(hint)),
    result: { matchedCount: 4, modifiedCount: 4, deletedCount: 1 },
    outcome: HINTED_OUTCOME,
  })),
  'bulkWrite-…-hint-unacknowledged': [
    {
      name: 'takes an index by its name',
      operation: async (documents) => {
        const result = await documents.bulkWrite(hinted('_id_'), { writeConcern: { w: 0 } })
        while ((await documents.countDocuments()) === 3);
        return result.isOk()
      },
      outcome: HINTED_OUTCOME,
    },
  ],
  'bulkWrite-insertOne-dots_and_dollars, bulkWrite-replaceOne-dots_and_dollars': [
    {
      name: 'stores dollars and dots',
      given: [{ _id: 1 }],
      operation: (documents) =>
        documents.bulkWrite([
          { insertOne: { document: { _id: 2, $a: 1 } } },
          { replaceOne: { filter: { _id: 1 }, replacement: { 'a.b': 1, c: { $d: 1 } } } },
        ]),
      result: { insertedCount: 1, modifiedCount: 1 },
      outcome: [
        { _id: 1, 'a.b': 1, c: { $d: 1 } },
        { _id: 2, $a: 1 },
      ],
    },
  ],
  'bulkWrite-update-validation': [
    {
      name: 'an update needs operators',
      operation: (documents) => documents.bulkWrite([{ updateOne: { filter: {}, update: { hour: 1 } } }]),
      refusedByDriver: /atomic operators/,
      outcome: HOURS,
    },
    {
      name: 'a replacement may have none',
      operation: (documents) =>
        documents.bulkWrite([{ replaceOne: { filter: {}, replacement: { $set: { hour: 1 } } as unknown as Doc } }]),
      refusedByDriver: /atomic operators/,
      outcome: HOURS,
    },
  ],
  'bulkWrite-errorResponse': [
    {
      name: 'shows the fault of a statement',
      operation: (documents) =>
        documents.bulkWrite([{ updateOne: { filter: { hour: { $fly: 1 } }, update: { $inc: { hour: 1 } } } }]),
      refused: { code: 2, writeErrors: [[0, 2]] },
      outcome: HOURS,
    },
  ],
  'client-bulkWrite': [
    {
      name: 'is refused, as by a server before 8',
      operation: (documents, { client }) =>
        client.bulkWrite([{ name: 'insertOne', namespace: documents.namespace, document: {} }]),
      refusedByDriver: /Mongo client bulk write encountered an error/,
      outcome: HOURS,
    },
    {
      name: 'and its command by the database',
      operation: (_, { client }) => client.db('admin').command({ bulkWrite: 1, ops: [], nsInfo: [] }),
      refused: 59,
    },
  ],
}

describe('The published cases of writing in bulk', () => {
  const fixture = withDatabase()
  runCases(fixture, SPECS)
  runCases(fixture, {
    'what is not supported': REFUSED.map(([spec, statement, options, refused]) => ({
      name: `${spec} refuses ${JSON.stringify({ ...statement, ...options })} with ${refused}`,
      operation: (documents) => documents.bulkWrite([statement], options),
      refused,
      outcome: [FIRST, SECOND, THIRD],
    })),
  })
})
