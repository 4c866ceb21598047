import { Long } from 'mongodb'
import { HOURS, runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const WEEK: readonly Doc[] = [1, 2, 3, 4, 5, 6].map((_id) => ({ _id, hour: 8 + _id }))
const NAMES: readonly Doc[] = [
  { _id: 1, name: 'Lin' },
  { _id: 2, name: 'lin' },
]
const CHINESE = { locale: 'zh', strength: 2 } as const

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  find: [
    {
      name: 'finds by a filter',
      operation: (documents) => documents.find({ hour: 10 }).toArray(),
      result: [{ _id: 2, hour: 10 }],
    },
    {
      name: 'sorts, skips and limits',
      given: WEEK,
      operation: (documents) =>
        documents
          .find({ _id: { $gt: 1 } })
          .sort({ _id: -1 })
          .skip(1)
          .limit(2)
          .toArray(),
      result: [
        { _id: 5, hour: 13 },
        { _id: 4, hour: 12 },
      ],
    },
    {
      name: 'gives all in batches smaller than the limit',
      given: WEEK,
      operation: (documents) => documents.find().sort({ _id: 1 }).limit(5).batchSize(2).toArray(),
      result: WEEK.slice(0, 5),
    },
    {
      name: 'gives all when the batch is as large as the limit',
      given: WEEK,
      operation: (documents) => documents.find().sort({ _id: 1 }).limit(4).batchSize(4).toArray(),
      result: WEEK.slice(0, 4),
    },
    {
      name: 'opens a cursor for a first batch of nothing',
      operation: async (documents, { db }) => {
        const { cursor } = await db.command({ find: documents.collectionName, batchSize: 0 })
        const next = await db.command({
          getMore: Long.fromNumber(cursor.id as number),
          collection: documents.collectionName,
        })
        return [cursor.firstBatch.length, next['cursor'].nextBatch.length]
      },
      result: [0, 3],
    },
    {
      name: 'keeps no cursor for a single batch',
      operation: async (documents, { db }) => {
        const { cursor } = await db.command({ find: documents.collectionName, limit: 2, singleBatch: true })
        return [cursor.firstBatch.length, Number(cursor.id)]
      },
      result: [2, 0],
    },
    {
      name: 'projects',
      operation: (documents) => documents.find({ _id: 1 }, { projection: { _id: 0 } }).toArray(),
      result: [{ hour: 9 }],
    },
    {
      name: 'finds nothing in what is not there',
      given: [],
      operation: (documents) => documents.find().toArray(),
      result: [],
    },
    {
      name: 'takes the index of a hint, and refuses one that is not there, by _id too',
      operation: (documents) => documents.find({ _id: 1 }, { hint: 'none' }).toArray(),
      refused: 2,
    },
    {
      name: 'refuses a skip below zero',
      operation: (documents, { db }) => db.command({ find: documents.collectionName, skip: -1 }),
      refused: 2,
    },
    {
      name: 'refuses a tailable cursor on what is not capped',
      operation: (documents) => documents.find({}, { tailable: true }).toArray(),
      refused: 40415,
    },
    {
      name: 'refuses min, max, returnKey and showRecordId',
      operation: (documents) => documents.find({}, { showRecordId: true }).toArray(),
      refused: 40415,
    },
    {
      name: 'refuses a snapshot read outside a transaction',
      operation: (documents, { db }) =>
        db.command({ find: documents.collectionName, readConcern: { level: 'snapshot' } }),
      refused: 72,
    },
  ],
  findOne: [
    {
      name: 'finds one by a filter, after those skipped',
      operation: (documents) => documents.findOne({ hour: { $gt: 9 } }, { sort: { hour: 1 }, skip: 1 }),
      result: { _id: 3, hour: 11 },
    },
    { name: 'is null where nothing matches', operation: (documents) => documents.findOne({ hour: 1 }), result: null },
  ],
  'find-allowdiskuse': [
    {
      name: 'takes the option, which changes nothing here',
      operation: (documents) => documents.find({}, { allowDiskUse: true }).sort({ hour: -1 }).limit(1).toArray(),
      result: [{ _id: 3, hour: 11 }],
    },
  ],
  'find-collation': [
    {
      name: 'refuses a collation',
      given: NAMES,
      operation: (documents) => documents.find({ name: 'LIN' }, { collation: CHINESE }).toArray(),
      refused: 72,
    },
    {
      name: 'takes the simple one',
      given: NAMES,
      operation: (documents) => documents.find({ name: 'lin' }, { collation: { locale: 'simple' } }).toArray(),
      result: [{ _id: 2, name: 'lin' }],
    },
  ],
  'find-comment': [
    ...['text', { key: 'value' }].map((comment) => ({
      name: `takes a comment that is ${typeof comment}, also while reading on`,
      operation: (documents: Parameters<CrudCase['operation']>[0]) =>
        documents
          .find({}, { comment, batchSize: 1 } as object)
          .sort({ _id: 1 })
          .toArray(),
      result: HOURS,
    })),
    {
      name: 'takes a comment within the filter',
      operation: (documents) => documents.find({ hour: 9, $comment: 'why' }).toArray(),
      result: [{ _id: 1, hour: 9 }],
    },
  ],
  'find-let': [
    {
      name: 'refuses variables',
      operation: (documents) =>
        documents.find({ $expr: { $eq: ['$hour', '$$at'] } }, { let: { at: 9 } } as object).toArray(),
      refused: 40415,
    },
    {
      name: 'refuses the field',
      operation: (documents, { db }) => db.command({ find: documents.collectionName, let: { at: 9 } }),
      refused: 40415,
    },
  ],
  'find-rawdata': [
    {
      name: 'refuses the field, as a server before 8.2',
      operation: (documents, { db }) => db.command({ find: documents.collectionName, rawData: true }),
      refused: 40415,
    },
  ],
  distinct: [
    { name: 'lists each value once', operation: (documents) => documents.distinct('hour'), result: [9, 10, 11] },
    {
      name: 'lists those of what a filter finds',
      operation: (documents) => documents.distinct('hour', { hour: { $gt: 9 } }),
      result: [10, 11],
    },
    {
      name: 'looks into arrays and nested documents',
      given: [
        { _id: 1, lines: [{ kind: 'cut' }, { kind: 'dye' }] },
        { _id: 2, lines: { kind: 'cut' } },
      ],
      operation: (documents) => documents.distinct('lines.kind'),
      result: ['cut', 'dye'],
    },
    {
      name: 'refuses a filter that makes no sense also where nothing is stored',
      given: [],
      operation: (documents) => documents.distinct('hour', { hour: { $fly: 1 } }),
      refused: 2,
    },
  ],
  'distinct-collation': [
    {
      name: 'refuses a collation',
      given: NAMES,
      operation: (documents) => documents.distinct('name', {}, { collation: CHINESE }),
      refused: 72,
    },
  ],
  'distinct-comment': [
    {
      name: 'takes a comment',
      operation: (documents) => documents.distinct('hour', {}, { comment: { key: 'value' } }),
      result: [9, 10, 11],
    },
  ],
  'distinct-hint': [
    {
      name: 'takes the index of a hint',
      index: { hour: 1 },
      operation: (documents) => documents.distinct('hour', {}, { hint: 'hour_1' }),
      result: [9, 10, 11],
    },
    {
      name: 'refuses a hint to no index',
      operation: (documents) => documents.distinct('hour', {}, { hint: 'none' }),
      refused: 2,
    },
  ],
  count: [
    {
      name: 'counts all, those of a filter, and those after a skip and up to a limit',
      operation: async (documents) => [
        await documents.countDocuments({}),
        await documents.countDocuments({ hour: { $gt: 9 } }),
        await documents.countDocuments({}, { skip: 1, limit: 3 }),
        await documents.countDocuments({}, { limit: 2 }),
      ],
      result: [3, 2, 2, 2],
    },
    {
      name: 'counts by the old command too',
      operation: async (documents, { db }) => {
        const count = (more: object): Promise<Doc> => db.command({ count: documents.collectionName, ...more })
        return [
          (await count({}))['n'],
          (await count({ query: { hour: { $gt: 9 } } }))['n'],
          (await count({ skip: 1, limit: 1 }))['n'],
          (await count({ skip: 9 }))['n'],
        ]
      },
      result: [3, 2, 1, 0],
    },
    {
      name: 'refuses a hint to no index',
      operation: (documents, { db }) => db.command({ count: documents.collectionName, hint: 'none' }),
      refused: 2,
    },
  ],
  'count-empty': [
    { name: 'is zero', given: [], operation: (documents) => documents.countDocuments({}), result: 0 },
    {
      name: 'is zero by estimate',
      given: [],
      operation: (documents) => documents.estimatedDocumentCount(),
      result: 0,
    },
  ],
  'count-collation': [
    {
      name: 'refuses a collation',
      given: NAMES,
      operation: (documents) => documents.countDocuments({ name: 'LIN' }, { collation: CHINESE }),
      refused: 72,
    },
  ],
  'countDocuments-comment': [
    {
      name: 'takes a comment',
      operation: (documents) => documents.countDocuments({}, { comment: 'why' }),
      result: 3,
    },
  ],
  estimatedDocumentCount: [
    { name: 'counts', operation: (documents) => documents.estimatedDocumentCount(), result: 3 },
    {
      name: 'takes a limit of time',
      operation: (documents) => documents.estimatedDocumentCount({ maxTimeMS: 5000 }),
      result: 3,
    },
    {
      name: 'refuses a view',
      operation: (documents, { db }) => db.createCollection('view', { viewOn: documents.collectionName }),
      refused: 40415,
    },
  ],
  'estimatedDocumentCount-comment': [
    {
      name: 'takes a comment',
      operation: (documents) => documents.estimatedDocumentCount({ comment: 'why' }),
      result: 3,
    },
  ],
}

describe('The published cases of finding and counting', () => {
  runCases(withDatabase(), SPECS)
})
