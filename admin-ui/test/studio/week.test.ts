import { expect } from 'chai'
import { shareOf, wallTimeOf, weeklyOf, weekOf } from '../../web/studio/schedule/week.ts'

describe('a week day by day', () => {
  const weekly = [
    { days: ['mon', 'wed'], from: '10:00', to: '14:00' },
    { days: ['mon'], from: '08:00', to: '09:00' },
  ]

  it('lists the ranges of a day in the order of its hours, each with its place in the description', () => {
    expect(weekOf(weekly).mon).to.deep.equal([
      { from: '08:00', to: '09:00', entry: 1 },
      { from: '10:00', to: '14:00', entry: 0 },
    ])
    expect(weekOf(weekly).sun).to.deep.equal([])
  })

  it('goes back with days of the same hours in one entry', () => {
    const week = weekOf(weekly)
    expect(weeklyOf({ ...week, sun: week.wed })).to.deep.equal([
      { days: ['mon'], from: '08:00', to: '09:00' },
      { days: ['mon', 'wed', 'sun'], from: '10:00', to: '14:00' },
    ])
  })

  it('reads what is no list as a week without hours', () => {
    expect(weeklyOf(weekOf('x'))).to.deep.equal([])
    expect(weeklyOf(weekOf([{ days: ['someday'], from: 1 }]))).to.deep.equal([])
  })
})

describe('wallTimeOf', () => {
  for (const [text, time] of [
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['930', '09:30'],
    ['2100', '21:00'],
    ['9:30', '09:30'],
    ['9\uFF1A30', '09:30'],
    ['24:00', '24:00'],
    ['24:30', null],
    ['25', null],
    ['9:60', null],
    ['noon', null],
    ['', null],
  ] as const)
    it(`reads “${text}” as ${String(time)}`, () => expect(wallTimeOf(text)).to.equal(time))

  it('knows how much of the day has passed', () => {
    expect(['00:00', '12:00', '24:00', 'x'].map(shareOf)).to.deep.equal([0, 0.5, 1, 0])
  })
})
