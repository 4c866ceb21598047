import { expect } from 'chai'
import type { Json } from '../../scenarios/case.ts'
import { difference } from '../../scenarios/compare.ts'
import { filledIn, writtenOut } from '../../scenarios/written.ts'

const wallOf = (value: Json): string | undefined =>
  typeof value === 'string' && value.endsWith('Z') ? value.slice(0, 16).replace('T', ' ') : undefined
const differs = (actual: Json, expected: Json): boolean => difference(actual, expected, wallOf) !== undefined

describe('what a case expects', () => {
  for (const [expected, fits, doesNot] of [
    [{ total: 5 }, { total: 5, more: 1 }, { total: 6 }],
    [{ total: 5 }, { total: 5 }, {}],
    [{ total: 5 }, { total: 5 }, undefined],
    [
      [{ a: 1 }, 2],
      [{ a: 1, b: 2 }, 2],
      [{ a: 1 }, 2, 3],
    ],
    [[], [], [1]],
    [null, null, undefined],
    ['2027-03-01 10:00', '2027-03-01T10:00:30.000Z', '2027-03-01T10:01:00.000Z'],
    [{ $says: ['RUN', 'used'] }, 'RUN2026 is used up', 'RUN2026'],
    [{ $has: { a: 1 } }, [{ a: 2 }, { a: 1, b: 1 }], [{ a: 2 }]],
    [{ $has: ['x', 'y'] }, ['y', 'z', 'x'], ['x', 'z']],
    [{ $count: 2 }, [1, 2], [1]],
    [{ $not: null }, 'something', null],
    [{ $not: { $has: 'x' } }, ['y'], ['x']],
  ] as const)
    it(`${JSON.stringify(expected)} holds of ${JSON.stringify(fits)} and not of ${JSON.stringify(doesNot)}`, () => {
      expect(differs(fits, expected)).to.equal(false)
      expect(differs(doesNot, expected)).to.equal(true)
    })

  it('is told with its place and both values', () => {
    const told = difference({ lines: [{ amount: 1 }] }, { lines: [{ amount: 2 }] }, wallOf)
    expect(told).to.equal('/lines/0/amount: expected 2, got 1')
  })
})

describe('what a case abbreviates', () => {
  it('is written out: a name with what replaces it, null taking away, and so many times', () => {
    const people = { child: { name: '小明', age: 8 } }
    const written = writtenOut(
      [
        { times: 2, of: { like: 'child', age: null } },
        { like: 'child', age: 9 },
      ],
      people,
    )
    expect(written).to.deep.equal([{ name: '小明' }, { name: '小明' }, { name: '小明', age: 9 }])
    expect(() => writtenOut({ like: 'nobody' }, people)).to.throw('nobody')
  })

  it('is filled in from what was saved, keeping its type when alone', () => {
    const saved = new Map<string, Json>([['mine', { id: 'ord_1', days: [7] }]])
    expect(filledIn({ a: '{mine.days}', b: 'no. {mine.id}' }, saved)).to.deep.equal({ a: [7], b: 'no. ord_1' })
    expect(() => filledIn('{yours.id}', saved)).to.throw('yours')
  })
})
