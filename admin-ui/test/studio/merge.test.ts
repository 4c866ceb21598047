import { expect } from 'chai'
import fc from 'fast-check'
import { merge } from '../../web/studio/draft/merge.ts'

describe('putting two drafts together', () => {
  const base = {
    name: 'A',
    theme: { accent: '#1' },
    services: [
      { id: 'cut', price: 1, title: 'x' },
      { id: 'dye', price: 2 },
    ],
  }
  const cut = base.services[0]
  const dye = base.services[1]

  for (const [what, mine, theirs, merged] of [
    [
      'different properties',
      { ...base, name: 'B' },
      { ...base, theme: { accent: '#2' } },
      { ...base, name: 'B', theme: { accent: '#2' } },
    ],
    [
      'a new property and a removed one',
      { ...base, zone: 'x' },
      { theme: base.theme, services: base.services },
      { theme: base.theme, services: base.services, zone: 'x' },
    ],
    [
      'different entries of a list',
      { ...base, services: [{ ...cut, price: 9 }, dye] },
      { ...base, services: [cut, { ...dye, price: 8 }] },
      {
        ...base,
        services: [
          { ...cut, price: 9 },
          { ...dye, price: 8 },
        ],
      },
    ],
    [
      'different properties of one entry',
      { ...base, services: [{ ...cut, price: 9 }, dye] },
      { ...base, services: [{ ...cut, title: 'y' }, dye] },
      { ...base, services: [{ ...cut, price: 9, title: 'y' }, dye] },
    ],
    ['the same change twice', { ...base, name: 'B' }, { ...base, name: 'B' }, { ...base, name: 'B' }],
  ] as const)
    it(`takes both: ${what}`, () => expect(merge(base, mine, theirs)?.value).to.deep.equal(merged))

  for (const [what, mine, theirs] of [
    ['one property both changed', { ...base, name: 'B' }, { ...base, name: 'C' }],
    [
      'a property one changed and the other removed',
      { ...base, theme: { accent: '#2' } },
      { name: 'A', services: base.services },
    ],
    [
      'a list one reordered and the other changed',
      { ...base, services: [dye, cut] },
      { ...base, services: [{ ...cut, price: 3 }, dye] },
    ],
  ] as const)
    it(`asks: ${what}`, () => expect(merge(base, mine, theirs)).to.equal(null))

  it('keeps the one side that changed, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(merge(before, after, before)?.value).to.deep.equal(after)
        expect(merge(before, before, after)?.value).to.deep.equal(after)
      }),
    )
  })
})
