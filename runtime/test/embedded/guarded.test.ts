import { expect } from 'chai'
import { withDatabase } from './fixture.ts'
import type { Doc } from './fixture.ts'

/** A group session: places counted, people in a list, one of whom waits. */
const SESSION: Doc = {
  _id: 'yoga',
  capacity: 4,
  taken: { whole: 2, half: 1 },
  people: [
    { who: 'Lin', heads: 2, state: 'held', until: 10 },
    { who: 'Wu', heads: 1, state: 'paid' },
  ],
  waiting: ['Zhao'],
  least: 5,
}

interface Guarded {
  readonly name: string
  readonly query?: Doc
  readonly update: Doc | Doc[]
  readonly arrayFilters?: Doc[]
  /** The fields that are different then; undefined for one that is gone. Nothing is written without it. */
  readonly after?: Doc
}

const room = (heads: number): Doc => ({
  $expr: { $lte: [{ $add: ['$taken.whole', '$taken.half', heads] }, '$capacity'] },
})

const CASES: readonly Guarded[] = [
  {
    name: 'takes a place where the sum leaves one',
    query: room(1),
    update: { $inc: { 'taken.half': 1 } },
    after: { taken: { whole: 2, half: 2 } },
  },
  { name: 'takes none where the sum leaves too few', query: room(2), update: { $inc: { 'taken.half': 2 } } },
  {
    name: 'reads a field that is not there as nothing taken',
    query: { $expr: { $lte: [{ $ifNull: ['$taken.child', 0] }, { $subtract: ['$capacity', 4] }] } },
    update: { $inc: { 'taken.child': 1 } },
    after: { taken: { whole: 2, half: 1, child: 1 } },
  },
  {
    name: 'counts the elements that pass',
    query: {
      $expr: { $lte: [{ $size: { $filter: { input: '$people', as: 'p', cond: { $eq: ['$$p.state', 'held'] } } } }, 1] },
    },
    update: { $push: { people: { who: 'Sun', heads: 1, state: 'held', until: 20 } } },
    after: { people: [...(SESSION['people'] as Doc[]), { who: 'Sun', heads: 1, state: 'held', until: 20 }] },
  },
  {
    name: 'counts too many',
    query: { $expr: { $lt: [{ $size: { $filter: { input: '$people', cond: { $gte: ['$$this.heads', 1] } } } }, 2] } },
    update: { $push: { people: { who: 'Sun' } } },
  },
  {
    name: 'changes the element the query found',
    query: { people: { $elemMatch: { who: 'Lin', state: 'held', until: { $gt: 5 } } } },
    update: { $set: { 'people.$.state': 'paid' }, $unset: { 'people.$.until': '' } },
    after: { people: [{ who: 'Lin', heads: 2, state: 'paid' }, (SESSION['people'] as Doc[])[1]] },
  },
  {
    name: 'changes none that the query did not find as one',
    query: { people: { $elemMatch: { who: 'Wu', state: 'held' } } },
    update: { $set: { 'people.$.state': 'paid' } },
  },
  {
    name: 'finds the element by the branch that holds',
    query: {
      $or: [
        { 'people.who': 'Lin', capacity: 99 },
        { 'people.who': 'Wu', capacity: 4 },
      ],
    },
    update: { $set: { 'people.$.heads': 7 } },
    after: { people: [(SESSION['people'] as Doc[])[0], { who: 'Wu', heads: 7, state: 'paid' }] },
  },
  {
    name: 'changes the elements that a filter names',
    update: { $set: { 'people.$[held].state': 'expired' }, $inc: { 'people.$[held].heads': -2 } },
    arrayFilters: [{ 'held.state': 'held', 'held.until': { $lte: 10 } }],
    after: { people: [{ who: 'Lin', heads: 0, state: 'expired', until: 10 }, (SESSION['people'] as Doc[])[1]] },
  },
  {
    name: 'pulls by conditions on the fields of an element',
    update: { $pull: { people: { state: 'held', until: { $lte: 10 } } }, $inc: { 'taken.whole': -2 } },
    after: { people: [(SESSION['people'] as Doc[])[1]], taken: { whole: 0, half: 1 } },
  },
  {
    name: 'pulls by alternatives and by a negation',
    update: { $pull: { people: { $or: [{ who: 'Lin' }, { heads: 9 }] }, waiting: { $not: { $in: ['Lin'] } } } },
    after: { people: [(SESSION['people'] as Doc[])[1]], waiting: [] },
  },
  {
    name: 'pulls nothing where no element has it all',
    update: { $pull: { people: { who: 'Wu', state: 'held' } }, $set: { seen: true } },
    after: { seen: true },
  },
  {
    name: 'adds to a set what is not in it',
    update: { $addToSet: { waiting: { $each: ['Zhao', 'Qian'] } } },
    after: { waiting: ['Zhao', 'Qian'] },
  },
  {
    name: 'keeps a list short and in order',
    update: { $push: { people: { $each: [{ who: 'Sun', heads: 3 }], $sort: { heads: -1 }, $slice: 2 } } },
    after: { people: [{ who: 'Sun', heads: 3 }, (SESSION['people'] as Doc[])[0]] },
  },
  {
    name: 'keeps the least and the greatest',
    update: { $min: { least: 3, 'taken.whole': 9 }, $max: { capacity: 3, 'taken.most': 3 } },
    after: { least: 3, taken: { whole: 2, half: 1, most: 3 } },
  },
  {
    name: 'sets and removes within a document',
    update: { $set: { 'taken.half': 0, 'rules.refund.hours': 24 }, $unset: { 'taken.whole': '', 'not.there': '' } },
    after: { taken: { half: 0 }, rules: { refund: { hours: 24 } } },
  },
  {
    name: 'is guarded by a list that is short enough and a field that is missing',
    query: { waiting: { $size: 1 }, closed: { $exists: false }, 'people.2': { $exists: false } },
    update: { $push: { waiting: 'Qian' } },
    after: { waiting: ['Zhao', 'Qian'] },
  },
  {
    name: 'is guarded by what no element may be',
    query: { people: { $not: { $elemMatch: { who: 'Lin' } } } },
    update: { $push: { people: { who: 'Lin' } } },
  },
  {
    name: 'is guarded by none of several',
    query: { $nor: [{ 'people.who': 'Sun' }, { capacity: { $lt: 3 } }, { closed: true }] },
    update: { $set: { open: true } },
    after: { open: true },
  },
  {
    name: 'is guarded by the kind of a value',
    query: {
      capacity: { $type: 'number' },
      'people.who': { $type: ['string', 'null'] },
      least: { $not: { $type: 'string' } },
    },
    update: { $set: { open: true } },
    after: { open: true },
  },
  {
    name: 'is guarded by a comparison within an array',
    query: { 'people.heads': { $gte: 2 }, 'people.until': { $not: { $gt: 10 } } },
    update: { $set: { open: true } },
    after: { open: true },
  },
  {
    name: 'decides in one statement by a pipeline',
    update: [
      {
        $set: {
          people: {
            $map: {
              input: '$people',
              as: 'p',
              in: {
                $cond: {
                  if: { $and: [{ $eq: ['$$p.state', 'held'] }, { $lte: ['$$p.until', 10] }] },
                  then: { $mergeObjects: ['$$p', { state: 'expired' }] },
                  else: '$$p',
                },
              },
            },
          },
        },
      },
      {
        $set: {
          'taken.whole': {
            $sum: {
              $map: {
                input: { $filter: { input: '$people', cond: { $ne: ['$$this.state', 'expired'] } } },
                in: '$$this.heads',
              },
            },
          },
          waiting: { $concatArrays: ['$waiting', { $cond: [{ $gt: ['$capacity', 9] }, ['late'], []] }] },
        },
      },
    ],
    after: {
      people: [{ who: 'Lin', heads: 2, state: 'expired', until: 10 }, (SESSION['people'] as Doc[])[1]],
      taken: { whole: 1, half: 1 },
    },
  },
]

describe('A guarded update of one document', () => {
  const fixture = withDatabase()

  for (const { name, query, update, arrayFilters, after } of CASES)
    it(name, async () => {
      const documents = fixture.collection()
      await documents.insertOne(structuredClone(SESSION))
      const result = await documents.findOneAndUpdate({ _id: 'yoga', ...query }, update, {
        returnDocument: 'after',
        ...(arrayFilters && { arrayFilters }),
      })
      const stored = await documents.findOne({})
      expect(stored).to.deep.equal({ ...SESSION, ...after })
      expect(result).to.deep.equal(after ? stored : null)
    })

  it('lets no more in than there is room for, however many ask at once', async () => {
    const documents = fixture.collection()
    await documents.insertOne(structuredClone(SESSION))
    const asked = Array.from({ length: 20 }, (_, who) =>
      documents.updateOne(
        { _id: 'yoga', 'people.who': { $ne: `guest ${who}` }, ...room(1) },
        { $inc: { 'taken.whole': 1 }, $push: { people: { who: `guest ${who}` } as never } },
      ),
    )
    const done = (await Promise.all(asked)).filter(({ modifiedCount }) => modifiedCount === 1)
    expect(done).to.have.length(1)
    expect((await documents.findOne({}))?.['people']).to.have.length(3)
  })
})
