import { expect } from 'chai'
import fc from 'fast-check'
import {
  dateWords,
  dayWords,
  fenOf,
  instantWords,
  minutesOf,
  moveDay,
  timeOf,
  wallAt,
  yuan,
  yuanShort,
} from '../../web/console/format.ts'

describe('a day far ahead', () => {
  it('has its year', () => {
    expect(dateWords('2027-11-26', 'zh-CN')).to.equal('2027年11月26日')
    expect(dateWords('2027-11-26', 'en')).to.equal('26 Nov 2027')
  })
})

describe('yuan', () => {
  for (const [fen, shown, short] of [
    [0, '¥0.00', '¥0'],
    [8800, '¥88.00', '¥88'],
    [17484, '¥174.84', '¥174.84'],
    [128050, '¥1,280.50', '¥1,280.50'],
    [123456789, '¥1,234,567.89', '¥1,234,567.89'],
    [-2000, '−¥20.00', '−¥20'],
  ] as const)
    it(`shows ${fen} fen as ${shown}, in running text as ${short}`, () => {
      expect(yuan(fen)).to.equal(shown)
      expect(yuanShort(fen)).to.equal(short)
    })
})

describe('fenOf', () => {
  for (const [typed, fen] of [
    ['313.60', 31360],
    ['313.6', 31360],
    ['0.29', 29],
    [' 1,280 ', 128000],
    ['¥88', 8800],
    ['', null],
    ['12.345', null],
    ['-5', null],
    ['1e3', null],
    ['99999999', null],
  ] as const)
    it(`reads '${typed}' as ${fen ?? 'no amount'}`, () => expect(fenOf(typed)).to.equal(fen))

  it('reads back every amount that is shown', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => fenOf(yuan(fen)) === fen)))
})

describe('times of a shop', () => {
  it('reads a wall time and writes it again', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOf(timeOf(minutes)) === minutes)))

  it('moves over the ends of months and years', () => {
    expect(moveDay('2026-12-31', 1)).to.equal('2027-01-01')
    expect(moveDay('2028-03-01', -1)).to.equal('2028-02-29')
  })

  it("shows an instant by the shop's clock, wherever the browser is", () => {
    expect(wallAt(new Date('2026-12-01T16:30:00Z'), 'Asia/Shanghai')).to.deep.equal({
      day: '2026-12-02',
      time: '00:30',
    })
    expect(instantWords('2026-12-02T06:05:00.000Z', 'Asia/Shanghai', 'zh-CN')).to.equal('12月2日 14:05')
    expect(instantWords('2026-12-02T06:05:00.000Z', 'Asia/Shanghai', 'en')).to.equal('2 Dec 14:05')
  })

  it('says a day in both languages', () => {
    expect(dayWords('2026-12-02', 'zh-CN')).to.equal('12月2日 周三')
    expect(dayWords('2026-12-02', 'en')).to.match(/^Wed,? 2 Dec$/)
  })
})
