import { HOURS, runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const [FIRST, SECOND, THIRD] = HOURS as [Doc, Doc, Doc]
const SILENT = { writeConcern: { w: 0 } } as const

/** What one and many have alike. */
const both = (method: 'deleteOne' | 'deleteMany'): Readonly<Record<string, readonly CrudCase[]>> => ({
  [`${method}-collation`]: [
    {
      name: 'refuses a collation',
      operation: (documents) => documents[method]({ _id: 1 }, { collation: { locale: 'en', strength: 2 } }),
      refused: 72,
      outcome: HOURS,
    },
  ],
  [`${method}-comment`]: ['text', { key: 'value' }].map((comment) => ({
    name: `takes a comment that is ${typeof comment}`,
    operation: (documents) => documents[method]({ _id: 1 }, { comment }),
    result: { deletedCount: 1 },
    outcome: [SECOND, THIRD],
  })),
  [`${method}-hint`]: [
    {
      name: 'takes an index by its name',
      operation: (documents) => documents[method]({ _id: { $lt: 2 } }, { hint: '_id_' }),
      result: { deletedCount: 1 },
      outcome: [SECOND, THIRD],
    },
    {
      name: 'takes an index by its key',
      operation: (documents) => documents[method]({ _id: { $lt: 2 } }, { hint: { _id: 1 } }),
      result: { deletedCount: 1 },
      outcome: [SECOND, THIRD],
    },
    {
      name: 'refuses one that is not there, as a write error',
      operation: (documents) => documents[method]({ _id: 1 }, { hint: 'none' }),
      refused: 2,
      outcome: HOURS,
    },
  ],
  [`${method}-hint-unacknowledged`]: [
    {
      name: 'takes an index by its key',
      operation: async (documents) => {
        const result = await documents[method]({ _id: { $lt: 2 } }, { hint: { _id: 1 }, ...SILENT })
        while ((await documents.countDocuments()) === 3);
        return result
      },
      result: { acknowledged: false },
      outcome: [SECOND, THIRD],
    },
  ],
  [`${method}-let`]: [
    {
      name: 'refuses variables',
      operation: (documents) => documents[method]({ $expr: { $eq: ['$_id', '$$id'] } }, { let: { id: 1 } }),
      refused: 40415,
      outcome: HOURS,
    },
  ],
  [`${method}-rawdata`]: [
    {
      name: 'refuses the field, as a server before 8.2',
      operation: (documents, { db }) =>
        db.command({ delete: documents.collectionName, deletes: [{ q: {}, limit: 1 }], rawData: true }),
      refused: 40415,
      outcome: HOURS,
    },
  ],
})

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  deleteOne: [
    {
      name: 'deletes one of many that match',
      operation: (documents) => documents.deleteOne({ _id: { $gt: 1 } }),
      result: { deletedCount: 1 },
      outcome: [FIRST, THIRD],
    },
    {
      name: 'deletes the only one that matches',
      operation: (documents) => documents.deleteOne({ hour: 10 }),
      result: { deletedCount: 1 },
      outcome: [FIRST, THIRD],
    },
    {
      name: 'deletes nothing where nothing matches',
      operation: (documents) => documents.deleteOne({ _id: 4 }),
      result: { deletedCount: 0 },
      outcome: HOURS,
    },
  ],
  'deleteOne-errorResponse': [
    {
      name: 'shows the fault of a filter',
      operation: (documents) => documents.deleteOne({ hour: { $fly: 1 } }),
      refused: 2,
      outcome: HOURS,
    },
    {
      name: 'shows it also where nothing is stored',
      given: [],
      operation: (documents) => documents.deleteOne({ hour: { $fly: 1 } }),
      refused: 2,
    },
    {
      name: 'refuses a limit that is neither none nor one',
      operation: (documents, { db }) =>
        db.command({ delete: documents.collectionName, deletes: [{ q: {}, limit: 2 }] }),
      refused: 9,
      outcome: HOURS,
    },
    {
      name: 'refuses a statement without a limit',
      operation: (documents, { db }) => db.command({ delete: documents.collectionName, deletes: [{ q: {} }] }),
      refused: 40414,
      outcome: HOURS,
    },
  ],
  deleteMany: [
    {
      name: 'deletes all that match',
      operation: (documents) => documents.deleteMany({ _id: { $gt: 1 } }),
      result: { deletedCount: 2 },
      outcome: [FIRST],
    },
    {
      name: 'deletes nothing where nothing matches',
      operation: (documents) => documents.deleteMany({ _id: 4 }),
      result: { deletedCount: 0 },
      outcome: HOURS,
    },
    {
      name: 'deletes everything',
      operation: (documents) => documents.deleteMany({}),
      result: { deletedCount: 3 },
      outcome: [],
    },
  ],
  ...both('deleteOne'),
  ...both('deleteMany'),
}

describe('The published cases of deleting', () => {
  runCases(withDatabase(), SPECS)
})
