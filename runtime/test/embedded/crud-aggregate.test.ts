import { runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const WEEK: readonly Doc[] = [1, 2, 3, 4, 5, 6].map((_id) => ({ _id, hour: 8 + _id }))

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  aggregate: [
    {
      name: 'gives all in several batches',
      given: WEEK,
      operation: (documents) => documents.aggregate([{ $match: { _id: { $gt: 1 } } }], { batchSize: 2 }).toArray(),
      result: WEEK.slice(1),
    },
    {
      name: 'gives all in several batches after a stage that needs them all',
      given: WEEK,
      operation: (documents) =>
        documents.aggregate([{ $group: { _id: '$hour' } }, { $sort: { _id: -1 } }], { batchSize: 2 }).toArray(),
      result: WEEK.map(({ hour }) => ({ _id: hour as number })).toReversed(),
    },
    {
      name: 'sorts and limits',
      given: WEEK,
      operation: (documents) => documents.aggregate([{ $sort: { hour: -1 } }, { $limit: 2 }]).toArray(),
      result: WEEK.slice(4).toReversed(),
    },
    ...['text', { key: 'value' }].map((comment) => ({
      name: `takes a comment that is ${typeof comment}, also while reading on`,
      given: WEEK,
      operation: (documents: Parameters<CrudCase['operation']>[0]) =>
        documents.aggregate([{ $match: {} }], { comment, batchSize: 2 }).toArray(),
      result: WEEK,
    })),
    {
      name: 'refuses a stage of two names',
      operation: (documents) => documents.aggregate([{ $match: {}, $limit: 1 }]).toArray(),
      refused: 40323,
    },
    {
      name: 'refuses a fault of a later batch when it comes to it',
      given: WEEK,
      operation: (documents) =>
        documents
          .aggregate([{ $project: { part: { $divide: [1, { $subtract: [5, '$_id'] }] } } }], { batchSize: 2 })
          .toArray(),
      refused: 2,
    },
  ],
  'aggregate-allowdiskuse': [true, false].map((allowDiskUse) => ({
    name: `takes the option ${allowDiskUse}, which changes nothing here`,
    operation: (documents) => documents.aggregate([{ $match: { _id: 1 } }], { allowDiskUse }).toArray(),
    result: [{ _id: 1, hour: 9 }],
  })),
  'aggregate-collation': [
    {
      name: 'refuses a collation',
      operation: (documents) =>
        documents.aggregate([{ $match: { name: 'LIN' } }], { collation: { locale: 'en', strength: 2 } }).toArray(),
      refused: 72,
    },
  ],
  'aggregate-let': [
    {
      name: 'refuses variables',
      operation: (documents) =>
        documents.aggregate([{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }], { let: { id: 1 } }).toArray(),
      refused: 40415,
    },
  ],
  'aggregate-merge': [
    {
      name: 'refuses to write into a collection',
      operation: (documents) => documents.aggregate([{ $match: {} }, { $merge: { into: 'other' } }]).toArray(),
      refused: 40324,
      outcome: [
        { _id: 1, hour: 9 },
        { _id: 2, hour: 10 },
        { _id: 3, hour: 11 },
      ],
    },
  ],
  'aggregate-out': [
    {
      name: 'refuses to make a collection',
      operation: (documents) => documents.aggregate([{ $match: {} }, { $out: 'other' }]).toArray(),
      refused: 40324,
    },
    {
      name: 'refuses it also where nothing is stored',
      given: [],
      operation: (documents) => documents.aggregate([{ $out: 'other' }]).toArray(),
      refused: 40324,
    },
  ],
  'aggregate-out-readConcern': ['majority', 'local', 'available', 'linearizable'].map((level) => ({
    name: `refuses it under the read concern ${level} too`,
    operation: (documents) => documents.aggregate([{ $out: 'other' }], { readConcern: { level } } as object).toArray(),
    refused: 40324,
  })),
  'aggregate-write-readPreference': [
    {
      name: 'refuses it also of a secondary',
      operation: (documents) =>
        documents.aggregate([{ $out: 'other' }], { readPreference: 'secondaryPreferred' }).toArray(),
      refused: 40324,
    },
  ],
  'aggregate-rawdata': [
    {
      name: 'refuses the field, as a server before 8.2',
      operation: (documents, { db }) =>
        db.command({ aggregate: documents.collectionName, pipeline: [], cursor: {}, rawData: true }),
      refused: 40415,
    },
  ],
  'db-aggregate': [
    {
      name: 'refuses stages that read no collection',
      operation: (_, { db }) => db.aggregate([{ $listLocalSessions: {} }, { $limit: 1 }]).toArray(),
      refused: 40324,
    },
    {
      name: 'refuses stages that need one',
      operation: (_, { db }) => db.aggregate([{ $match: {} }]).toArray(),
      refused: 73,
    },
  ],
}

/** A pipeline that makes no sense, and MongoDB's own code for it. */
const FAULTS: readonly [sentence: string, pipeline: Doc[], code: number][] = [
  ['an unknown accumulator', [{ $group: { _id: 1, a: { $fly: 1 } } }], 15952],
  ['a group without _id', [{ $group: { a: { $sum: 1 } } }], 15955],
  ['a field of a group that is no accumulator', [{ $group: { _id: 1, a: 1 } }], 40234],
  ['an unknown expression', [{ $project: { a: { $fly: 1 } } }], 31325],
  ['an unknown expression of an added field', [{ $set: { a: { $fly: 1 } } }], 168],
  ['a variable that is not defined', [{ $set: { a: '$$fly' } }], 17276],
  ['an expression of two operators', [{ $set: { a: { $add: 1, $size: 1 } } }], 15983],
  ['the wrong number of arguments', [{ $set: { a: { $subtract: [1] } } }], 16020],
  ['the size of no array', [{ $set: { a: { $size: '$hour' } } }], 17124],
  ['a filter of no array', [{ $set: { a: { $filter: { input: '$hour', cond: true } } } }], 28651],
  ['a map of no array', [{ $set: { a: { $map: { input: '$hour', in: 1 } } } }], 16883],
  ['arrays joined with none', [{ $set: { a: { $concatArrays: [[1], '$hour'] } } }], 28664],
  ['membership in no array', [{ $set: { a: { $in: [1, '$hour'] } } }], 40081],
  ['documents merged with none', [{ $set: { a: { $mergeObjects: ['$hour'] } } }], 40400],
  ['a sum of text', [{ $set: { a: { $add: ['x', 1] } } }], 14],
  ['a limit of none', [{ $limit: 0 }], 15958],
  ['a skip below zero', [{ $skip: -1 }], 5107200],
  ['a limit below zero', [{ $limit: -1 }], 5107201],
  ['a sort by nothing', [{ $sort: {} }], 15976],
  ['a path without its dollar', [{ $unwind: 'lines' }], 28818],
  ['a projection of nothing', [{ $project: {} }], 51272],
  ['fields in and out', [{ $project: { a: 1, b: 0 } }], 31254],
  ['fields out and in', [{ $project: { a: 0, b: 1 } }], 31253],
  ['a count without a name', [{ $count: '' }], 40157],
]

describe('The published cases of aggregating', () => {
  const fixture = withDatabase()
  runCases(fixture, SPECS)
  runCases(fixture, {
    'what is refused, by MongoDB’s code': FAULTS.map(([name, pipeline, refused]) => ({
      name,
      operation: (documents) => documents.aggregate(pipeline).toArray(),
      refused,
    })),
  })
})
