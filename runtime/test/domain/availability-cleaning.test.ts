import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import { assign, availability, type Claim, claimsOf, type Selection } from '../../src/domain/index.ts'
import { lasting, refusal, refused } from './asking.ts'
import { at, example, resolved } from './shops.ts'

/** The same five cleaners, each by herself. */
const each = (shop: Shop): void => {
  shop.resources = Array.from({ length: 5 }, (_, index) => ({
    id: `cleaner-${index + 1}`,
    kind: 'staff' as const,
    name: `${index + 1}`,
    tags: ['cleaning'],
  }))
}

const DAY = '2027-03-02'
const NOW = at('2027-03-01 09:00')
const job = (time: string, minutes: number, people: number): Selection => ({
  service: 'cleaning',
  start: at(`${DAY} ${time}`).toISOString(),
  duration: minutes,
  people,
})

for (const [name, shop] of [
  ['a pool of five cleaners', resolved(example('home-cleaning'))],
  ['five cleaners', resolved(example('home-cleaning', each))],
] as const)
  describe(`the free starts of home cleaning with ${name}`, () => {
    const starts = (minutes: number, people: number, claims: readonly Claim[] = []): string[] =>
      availability(shop, { service: 'cleaning', from: DAY, days: 1, duration: minutes, people }, claims, NOW).flatMap(
        (day) => day.starts.map(({ time }) => time),
      )

    for (const [what, selection, values] of [
      ['1.5 h', job('09:00', 90, 1), 'The duration must be between 120 and 360 minutes, in steps of 30.'],
      ['6.5 h', job('09:00', 390, 1), 'The duration must be between 120 and 360 minutes, in steps of 30.'],
      ['2 h 10', job('09:00', 130, 1), 'The duration must be between 120 and 360 minutes, in steps of 30.'],
      ['4 cleaners', job('09:00', 120, 4), '“Cleaners” must be between 1 and 3.'],
      ['no cleaner', job('09:00', 120, 0), '“Cleaners” must be between 1 and 3.'],
    ] as const)
      it(`4: ${what} is refused, naming the rule`, () => {
        const no = refused(() => assign(shop, selection, [], NOW))
        expect(no.words.en).to.equal(values)
        expect(no.field).to.equal(no.code === 'PEOPLE_INVALID' ? 'selection.people' : 'selection.duration')
      })

    it('5: a job of three hours may end at 20:00 and not later, so it starts at 17:00 at the latest', () => {
      expect(starts(180, 1).at(0)).to.equal('08:00')
      expect(starts(180, 1).at(-1)).to.equal('17:00')
      expect(refusal(() => assign(shop, job('17:30', 180, 1), [], NOW))).to.deep.equal([
        'SLOT_UNAVAILABLE',
        'selection.start',
        'closed',
      ])
    })

    it('6: after two jobs of two cleaners until 12:00 a third is refused at 12:00 and free at 13:00', () => {
      const claims: Claim[] = []
      for (let count = 0; count < 2; count++)
        claims.push(...lasting(claimsOf(shop, assign(shop, job('10:00', 120, 2), claims, NOW))))
      expect(claims.reduce((sum, { units }) => sum + (units ?? 1), 0)).to.equal(4)
      for (const { start, end } of claims) expect([start, end]).to.deep.equal([at(`${DAY} 09:30`), at(`${DAY} 12:30`)])
      for (const time of ['12:00', '12:30'])
        expect(refusal(() => assign(shop, job(time, 120, 2), claims, NOW))[0], time).to.equal('SLOT_TAKEN')
      expect(assign(shop, job('13:00', 120, 2), claims, NOW).places).to.have.length(2)
      expect(assign(shop, job('12:00', 120, 1), claims, NOW).places).to.have.length(1)
      expect(starts(120, 2, claims).filter((time) => time < '14:00')).to.deep.equal(['13:00', '13:30'])
      expect(starts(120, 1, claims)).to.have.length(21)
    })

    it('keeps four hours’ notice and fourteen days’ horizon', () => {
      const first = (now: string): string | undefined =>
        availability(shop, { service: 'cleaning', from: DAY, days: 1 }, [], at(now))[0]?.starts[0]?.time
      expect(first(`${DAY} 08:00`)).to.equal('12:00')
      expect(first(`${DAY} 08:01`)).to.equal('12:30')
      expect(first('2027-02-16 08:00')).to.equal('08:00')
      expect(first('2027-02-15 08:00')).to.equal(undefined)
    })
  })
