import { Binary, Double, Long, ObjectId } from 'mongodb'
import type { Collection, WithId } from 'mongodb'
import { HOURS, runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc, Fixture } from './fixture.ts'

const CAT: Doc = { _id: 4, hour: 12 }
const REGION: Doc = { _id: 5, hour: 13 }

/** Ids of every kind that one may have. */
const IDS: readonly unknown[] = [
  new ObjectId(),
  new Date(0),
  new Binary(Buffer.from('id')),
  Long.fromString('9007199254740993'),
  new Double(1.5),
  { a: 1, 'b.c': 2 },
  true,
  '',
]

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  insertOne: [
    {
      name: 'inserts beside what is there',
      operation: (documents) => documents.insertOne(CAT),
      result: { acknowledged: true, insertedId: 4 },
      outcome: [...HOURS, CAT],
    },
    {
      name: 'makes an _id where there is none',
      given: [],
      operation: async (documents) =>
        ((await documents.insertOne({ hour: 1 })).insertedId as unknown) instanceof ObjectId,
      result: true,
    },
  ],
  'insertOne-comment': ['text', { key: 'value' }].map((comment) => ({
    name: `takes a comment that is ${typeof comment}`,
    operation: (documents) => documents.insertOne(CAT, { comment }),
    outcome: [...HOURS, CAT],
  })),
  'insertOne-dots_and_dollars': [
    ...[
      { _id: 1, $a: 1 },
      { _id: 1, 'a.b': 1 },
      { _id: 1, a: { $b: 1 } },
      { _id: 1, a: { 'b.c': 1 } },
      { _id: 1, a: [{ $b: 1, 'c.d': 2 }] },
    ].map((document: Doc) => ({
      name: `stores ${JSON.stringify(document)}`,
      given: [],
      operation: (documents: Collection<Doc>) => documents.insertOne(document),
      outcome: [document],
    })),
    {
      name: 'refuses a dollar within an _id',
      given: [],
      operation: (documents) => documents.insertOne({ _id: { $a: 1 } } as unknown as Doc),
      refused: 52,
      outcome: [],
    },
    {
      name: 'takes a dot within an _id',
      given: [],
      operation: (documents) => documents.insertOne({ _id: { 'a.b': 1 } } as unknown as Doc),
      outcome: [{ _id: { 'a.b': 1 } } as unknown as Doc],
    },
    {
      name: 'stores them unacknowledged too',
      given: [],
      operation: (documents) => documents.insertOne({ _id: 1, $a: 1 }, { writeConcern: { w: 0 } }),
      result: { acknowledged: false },
    },
  ],
  'insertOne-errorResponse': [
    {
      name: 'shows the key and the index of what was there already',
      operation: (documents) =>
        documents.insertOne({ _id: 1 }).catch((error: { errorResponse: Doc }) => error.errorResponse),
      result: { code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } },
      outcome: HOURS,
    },
    {
      name: 'refuses to make faults on purpose',
      operation: (_, { client }) => client.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' }),
      refused: 59,
    },
  ],
  insertMany: [
    {
      name: 'inserts all',
      operation: (documents) => documents.insertMany([CAT, REGION]),
      result: { insertedCount: 2, insertedIds: { 0: 4, 1: 5 } },
      outcome: [...HOURS, CAT, REGION],
    },
    {
      name: 'in order ends at the first fault, and says where it was',
      operation: (documents) => documents.insertMany([CAT, { _id: 1 }, REGION]),
      refused: { code: 11000, writeErrors: [[1, 11000]] },
      outcome: [...HOURS, CAT],
    },
    {
      name: 'in no order goes on, and says where each fault was',
      operation: (documents) => documents.insertMany([{ _id: 1 }, CAT, { _id: 3 }, REGION], { ordered: false }),
      refused: {
        code: 11000,
        writeErrors: [
          [0, 11000],
          [2, 11000],
        ],
      },
      outcome: [...HOURS, CAT, REGION],
    },
    {
      name: 'refuses a document too large among others and keeps those before it',
      operation: (documents, { db }) =>
        db.command({ insert: documents.collectionName, documents: [CAT, { _id: [1] }, REGION] }),
      result: { n: 1 },
      outcome: [...HOURS, CAT],
    },
    {
      name: 'refuses a second value of a unique index within one batch',
      given: [],
      operation: async (documents) => {
        await documents.createIndex({ seat: 1 }, { unique: true })
        await documents.insertMany([
          { _id: 1, seat: 'a' },
          { _id: 2, seat: 'a' },
        ])
      },
      refused: { code: 11000, writeErrors: [[1, 11000]] },
      outcome: [{ _id: 1, seat: 'a' }],
    },
  ],
  'insertMany-comment': [
    {
      name: 'takes a comment',
      operation: (documents) => documents.insertMany([CAT], { comment: 'why' }),
      outcome: [...HOURS, CAT],
    },
  ],
  'insertMany-dots_and_dollars': [
    {
      name: 'stores a dollar and a dot at the top',
      given: [],
      operation: (documents) =>
        documents.insertMany([
          { _id: 1, $a: 1 },
          { _id: 2, 'a.b': 1 },
        ]),
      outcome: [
        { _id: 1, $a: 1 },
        { _id: 2, 'a.b': 1 },
      ],
    },
  ],
  'insertOne-rawdata, insertMany-rawdata': [
    {
      name: 'refuses the field, as a server before 8.2',
      operation: (documents, { db }) =>
        db.command({ insert: documents.collectionName, documents: [CAT], rawData: true }),
      refused: 40415,
      outcome: HOURS,
    },
  ],
  bypassDocumentValidation: [true, false].map((bypassDocumentValidation) => ({
    name: `takes the option ${bypassDocumentValidation}, as there is no validation`,
    operation: async (documents) => {
      await documents.insertOne(CAT, { bypassDocumentValidation })
      await documents.updateOne({ _id: 1 }, { $inc: { hour: 1 } }, { bypassDocumentValidation })
      await documents.bulkWrite([{ deleteOne: { filter: { _id: 2 } } }], { bypassDocumentValidation })
      await documents.findOneAndUpdate({ _id: 3 }, { $inc: { hour: 1 } }, { bypassDocumentValidation })
    },
    outcome: [{ _id: 1, hour: 10 }, { _id: 3, hour: 12 }, CAT],
  })),
  'create-null-ids': (
    [
      [
        'insert',
        (documents, document, { db }) => db.command({ insert: documents.collectionName, documents: [document] }),
      ],
      ['updateOne', (documents, { _id }) => documents.updateOne({ _id }, { $unset: { a: 1 } }, { upsert: true })],
      ['updateMany', (documents, { _id }) => documents.updateMany({ _id }, { $unset: { a: 1 } }, { upsert: true })],
      ['replaceOne', (documents, { _id }) => documents.replaceOne({ _id }, {}, { upsert: true })],
      ['findOneAndReplace', (documents, { _id }) => documents.findOneAndReplace({ _id }, {}, { upsert: true })],
    ] satisfies [string, (documents: Collection<Doc>, document: WithId<Doc>, fixture: Fixture) => Promise<unknown>][]
  ).map(([method, write]) => ({
    name: `${method} stores an _id that is null`,
    given: [],
    operation: async (documents, fixture) => {
      await write(documents, { _id: null } as unknown as WithId<Doc>, fixture)
      return [await documents.countDocuments({ _id: { $type: 'null' } }), await documents.countDocuments()]
    },
    result: [1, 1],
  })),
  'create-id-types': IDS.map((_id) => ({
    name: `stores and finds the _id ${JSON.stringify(_id)}`,
    given: [],
    operation: async (documents) => {
      await documents.insertOne({ _id } as unknown as Doc)
      await documents.updateOne({ _id } as unknown as Doc, { $set: { found: true } })
      return await documents.countDocuments({ _id, found: true } as unknown as Doc)
    },
    result: 1,
  })),
}

describe('The published cases of inserting', () => {
  runCases(withDatabase(), SPECS)
})
