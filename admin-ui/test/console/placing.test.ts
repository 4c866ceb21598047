import { expect } from 'chai'
import fc from 'fast-check'
import { timeOf } from '../../web/console/format.ts'
import { place, rangesOn, span } from '../../web/console/today/placing.ts'

const booking = (time: string, endTime: string) => ({ time, endTime })

describe('place', () => {
  it('gives each booking the whole column when none overlap', () => {
    const placed = place([booking('14:00', '15:00'), booking('10:00', '11:00'), booking('11:00', '12:00')])
    expect(placed.map(({ from, to, lane, lanes }) => [from, to, lane, lanes])).to.deep.equal([
      [600, 660, 0, 1],
      [660, 720, 0, 1],
      [840, 900, 0, 1],
    ])
  })

  it('puts overlapping bookings side by side, and only those', () => {
    const placed = place([
      booking('10:00', '12:00'),
      booking('11:00', '12:30'),
      booking('12:00', '13:00'),
      booking('14:00', '15:00'),
    ])
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).to.deep.equal([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ])
  })

  it('gives the whole column to one that begins when those before it end', () => {
    const placed = place([booking('10:00', '12:00'), booking('11:00', '12:00'), booking('12:00', '13:00')])
    expect(placed.map(({ lanes }) => lanes)).to.deep.equal([2, 2, 1])
  })

  it('lets a booking that runs past midnight end with the day', () =>
    expect(place([booking('23:30', '00:30')])[0]).to.include({ from: 1410, to: 1440 }))

  it('never draws two bookings of one lane over each other, and loses none', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 5, max: 59 }))
      .map(([from, minutes]) => booking(timeOf(from), timeOf(from + minutes)))
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (bookings) => {
        const placed = place(bookings)
        expect(placed).to.have.length(bookings.length)
        for (const a of placed)
          for (const b of placed)
            if (a !== b && a.from < b.to && b.from < a.to) {
              expect(a.lane).not.to.equal(b.lane)
              expect(a.lanes).to.equal(b.lanes)
            }
        for (const { lane, lanes } of placed) expect(lane).to.be.lessThan(lanes)
      }),
    )
  })
})

describe('span', () => {
  it('covers the opening hours', () => expect(span(['10:00–21:00'], [])).to.deep.equal({ from: 600, to: 1260 }))
  it('widens to what is booked outside of them, by whole hours', () =>
    expect(span(['10:00–21:00'], [booking('08:45', '09:30'), booking('20:30', '21:15')])).to.deep.equal({
      from: 480,
      to: 1320,
    }))
  it('shows nine to six on a closed day', () => expect(span([], [])).to.deep.equal({ from: 540, to: 1080 }))
})

describe('rangesOn', () => {
  const hours = [
    { days: ['mon', 'wed'], ranges: ['10:00–12:00', '13:00–21:00'] },
    { days: ['tue'], ranges: [] },
  ]
  it("finds the weekday's hours", () => expect(rangesOn('2026-12-02', hours)).to.have.length(2))
  it('finds none on a closed weekday', () => expect(rangesOn('2026-12-01', hours)).to.deep.equal([]))
})
