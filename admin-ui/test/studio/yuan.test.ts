import { expect } from 'chai'
import fc from 'fast-check'
import { basisPointsOf, fenOf, percentOf, priceOf, yuanOf } from '../../web/studio/money/yuan.ts'

describe('fenOf', () => {
  for (const [text, fen] of [
    ['88', 8800],
    ['88.5', 8850],
    ['88.05', 8805],
    ['0.29', 29],
    ['1.1', 110],
    ['4.35', 435],
    ['¥1,288.00', 128_800],
    ['¥ 1,288', 128_800],
    ['\uFFE51\uFF0C288', 128_800],
    ['0', 0],
    ['88.555', null],
    ['', null],
    ['-1', null],
    ['1e3', null],
    ['八十', null],
    ['.5', null],
    ['99999999', null],
  ] as const)
    it(`reads “${text}” as ${String(fen)}`, () => expect(fenOf(text)).to.equal(fen))

  it('reads back what yuanOf wrote, for every amount', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (fen) => fenOf(yuanOf(fen)) === fen))
  })
})

describe('prices and shares', () => {
  it('are written with only the decimals they need', () => {
    expect([8800, 8850, 5, 0].map(yuanOf)).to.deep.equal(['88', '88.50', '0.05', '0'])
    expect([8800, -2000].map(priceOf)).to.deep.equal(['¥88', '−¥20'])
    expect([1000, 1250].map(percentOf)).to.deep.equal(['10', '12.50'])
    expect(['10', '12.5%', 'x'].map(basisPointsOf)).to.deep.equal([1000, 1250, null])
  })
})
