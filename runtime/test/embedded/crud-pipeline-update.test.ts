import { HOURS, runCases } from './crud-case.ts'
import type { CrudCase } from './crud-case.ts'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

const VISITS: readonly Doc[] = [
  { _id: 1, n: 1, guest: { name: 'Lin', age: 30 } },
  { _id: 2, n: 2, guest: { name: 'Wu' } },
]
const REPLACING = [{ $replaceRoot: { newRoot: '$guest' } }, { $addFields: { seen: 1 } }]
const SETTING = [{ $project: { n: 1 } }, { $addFields: { seen: 1 } }]

const SPECS: Readonly<Record<string, readonly CrudCase[]>> = {
  updateWithPipelines: [
    {
      name: 'updateOne replaces the root and keeps the _id',
      given: VISITS,
      operation: (documents) => documents.updateOne({ _id: 1 }, REPLACING),
      result: { matchedCount: 1, modifiedCount: 1 },
      outcome: [{ _id: 1, name: 'Lin', age: 30, seen: 1 }, VISITS[1] as Doc],
    },
    {
      name: 'updateMany projects and adds',
      given: VISITS,
      operation: (documents) => documents.updateMany({}, SETTING),
      result: { matchedCount: 2, modifiedCount: 2 },
      outcome: [
        { _id: 1, n: 1, seen: 1 },
        { _id: 2, n: 2, seen: 1 },
      ],
    },
    {
      name: 'findOneAndUpdate gives what it made',
      given: VISITS,
      operation: (documents) => documents.findOneAndUpdate({ _id: 2 }, SETTING, { returnDocument: 'after' }),
      result: { _id: 2, n: 2, seen: 1 },
    },
    {
      name: 'bulkWrite does both',
      given: VISITS,
      operation: (documents) =>
        documents.bulkWrite([
          { updateOne: { filter: { _id: 1 }, update: REPLACING } },
          { updateMany: { filter: {}, update: [{ $set: { all: true } }, { $unset: ['n', 'guest'] }] } },
        ]),
      result: { matchedCount: 3, modifiedCount: 3 },
      outcome: [
        { _id: 1, name: 'Lin', age: 30, seen: 1, all: true },
        { _id: 2, all: true },
      ],
    },
    {
      name: 'refuses a stage that is not for updates',
      operation: (documents) => documents.updateOne({}, [{ $group: { _id: 1 } }]),
      refused: 72,
      outcome: HOURS,
    },
    {
      name: 'refuses a stage that is none',
      operation: (documents) => documents.updateOne({}, [{ $fly: 1 }]),
      refused: 40324,
      outcome: HOURS,
    },
    {
      name: 'refuses another _id',
      operation: (documents) => documents.updateOne({ _id: 1 }, [{ $set: { _id: 9 } }]),
      refused: 66,
      outcome: HOURS,
    },
  ],
  'updateOne-dots_and_dollars, updateMany-dots_and_dollars': [
    {
      name: 'sets a document with a dollar within',
      given: [{ _id: 1 }],
      operation: (documents) => documents.updateOne({}, { $set: { a: { $b: 1, 'c.d': 2 } } }),
      outcome: [{ _id: 1, a: { $b: 1, 'c.d': 2 } }],
    },
    {
      name: 'replaces the root by a literal with dollars and dots',
      given: [{ _id: 1 }],
      operation: (documents) => documents.updateMany({}, [{ $replaceWith: { $literal: { _id: 1, a: { $b: 1 } } } }]),
      outcome: [{ _id: 1, a: { $b: 1 } }],
    },
    {
      name: 'refuses a dollar at the top of a path',
      given: [{ _id: 1 }],
      operation: (documents) => documents.updateOne({}, { $set: { $a: 1 } }),
      refused: 52,
      outcome: [{ _id: 1 }],
    },
    {
      name: 'refuses $setField',
      given: [{ _id: 1 }],
      operation: (documents) =>
        documents.updateOne({}, [
          { $replaceWith: { $setField: { field: { $literal: '$a' }, input: '$$ROOT', value: 1 } } },
        ]),
      refused: 168,
      outcome: [{ _id: 1 }],
    },
  ],
  'replaceOne-dots_and_dollars, findOneAndReplace-dots_and_dollars': [
    ...[{ 'a.b': 1 }, { a: { $b: 1 } }, { a: { 'b.c': 1 } }, { a: [{ $b: 1 }] }].flatMap(
      (replacement: Doc): CrudCase[] => [
        {
          name: `replaceOne stores ${JSON.stringify(replacement)}`,
          given: [{ _id: 1 }],
          operation: (documents) => documents.replaceOne({ _id: 1 }, replacement),
          outcome: [{ _id: 1, ...replacement }],
        },
        {
          name: `findOneAndReplace stores ${JSON.stringify(replacement)}`,
          given: [{ _id: 1 }],
          operation: (documents) => documents.findOneAndReplace({ _id: 1 }, replacement, { returnDocument: 'after' }),
          result: { _id: 1, ...replacement },
        },
      ],
    ),
    {
      name: 'refuses a dollar at the top',
      given: [{ _id: 1 }],
      operation: (documents, { db }) =>
        db.command({ findAndModify: documents.collectionName, query: {}, update: { a: 1, $b: 1 } }),
      refused: 52,
      outcome: [{ _id: 1 }],
    },
    {
      name: 'stores them unacknowledged too',
      given: [{ _id: 1 }],
      operation: async (documents) => {
        await documents.replaceOne({ _id: 1 }, { 'a.b': 1 }, { writeConcern: { w: 0 } })
        while ((await documents.findOne({}))?.['a.b'] === undefined);
      },
      outcome: [{ _id: 1, 'a.b': 1 }],
    },
  ],
}

/** A document, the stages of an update, and what it is then. */
const CONDITIONAL: readonly [sentence: string, given: Doc, update: Doc[], after: Doc][] = [
  [
    'takes a place only where one is left',
    { left: 1, taken: [] },
    [
      {
        $set: {
          taken: { $cond: [{ $gt: ['$left', 0] }, { $concatArrays: ['$taken', [{ who: 'Lin' }]] }, '$taken'] },
          left: { $max: [0, { $subtract: ['$left', 1] }] },
        },
      },
    ],
    { left: 0, taken: [{ who: 'Lin' }] },
  ],
  [
    'changes one element and keeps the others',
    {
      lines: [
        { k: 1, n: 1 },
        { k: 2, n: 5 },
      ],
    },
    [
      {
        $set: {
          lines: {
            $map: {
              input: '$lines',
              as: 'line',
              in: {
                $cond: [
                  { $eq: ['$$line.k', 2] },
                  { $mergeObjects: ['$$line', { n: { $add: ['$$line.n', 1] } }] },
                  '$$line',
                ],
              },
            },
          },
        },
      },
    ],
    {
      lines: [
        { k: 1, n: 1 },
        { k: 2, n: 6 },
      ],
    },
  ],
  [
    'drops the elements that are over, and counts the rest in the next stage',
    { holds: [{ until: 5 }, { until: 50 }] },
    [
      { $set: { holds: { $filter: { input: '$holds', as: 'hold', cond: { $gt: ['$$hold.until', 10] } } } } },
      { $set: { count: { $size: '$holds' } } },
    ],
    { holds: [{ until: 50 }], count: 1 },
  ],
  [
    'adds to a nested document without replacing it',
    { taken: { whole: 1 } },
    [
      { $set: { taken: { half: { $ifNull: ['$taken.half', 0] } } } },
      { $set: { 'taken.sum': { $sum: ['$taken.whole', 2] } } },
    ],
    { taken: { whole: 1, half: 0, sum: 3 } },
  ],
  ['leaves a field away', { a: 1, b: 2 }, [{ $set: { a: { $cond: [true, '$$REMOVE', 1] } } }], { b: 2 }],
]

describe('The published cases of updating by a pipeline', () => {
  const fixture = withDatabase()
  runCases(fixture, SPECS)
  runCases(fixture, {
    'what a store does by them': CONDITIONAL.map(([name, given, update, after]) => ({
      name,
      given: [{ _id: 1, ...given }],
      operation: (documents) => documents.updateOne({ _id: 1 }, update),
      result: { modifiedCount: 1 },
      outcome: [{ _id: 1, ...after }],
    })),
  })
})
