import { expect } from 'chai'
import { examples } from '../../server/examples.ts'
import { judge } from '../../web/studio/draft/judge.ts'
import { tryPrice, type Trial } from '../../web/studio/fees/trial.ts'

const SHOPS = new Map((await examples()).map(({ id, description }) => [id, judge(description).shop]))

const NOTHING: Trial = {
  service: '',
  offering: '',
  day: '2026-12-09',
  time: '',
  session: '',
  duration: 0,
  people: 1,
  tickets: {},
  options: {},
  addOns: {},
  membership: '',
  visits: 1,
  code: '',
  plan: '',
  orderedOn: '',
  age: null,
}

const outcomeOf = (id: string, trial: Partial<Trial>, now: string) => {
  const shop = SHOPS.get(id)
  if (!shop) throw new Error(`There is no sound example ${id}`)
  return tryPrice(shop, { ...NOTHING, ...trial }, new Date(now))
}

describe('a price that is tried', () => {
  const running = '2026-12-05T02:00:00Z'
  for (const [what, trial, total] of [
    ['one half marathon with its insurance', { tickets: { half: 1 } }, 16500],
    ['the same with the code RUN2026', { tickets: { half: 1 }, code: 'RUN2026' }, 13500],
    ['ten half marathons in one order', { tickets: { half: 10 } }, 150000],
    ['five full and seven half marathons', { tickets: { full: 5, half: 7 } }, 202500],
    ['one fun run without insurance', { tickets: { fun: 1 } }, 6000],
  ] as const)
    it(`of a registration: ${what} is ${total} fen`, () =>
      expect(outcomeOf('city-run', trial, running)?.quote?.total).to.equal(total))

  it('of a whole series is that of the day it is ordered', () => {
    const early = outcomeOf('coding-school', { service: 'enlightenment' }, '2027-02-10T02:00:00Z')
    expect(early?.quote?.total).to.equal(268000)
    expect(early?.start).to.equal('spring')
    const later = { service: 'enlightenment', orderedOn: '2027-02-25', people: 2 }
    expect(outcomeOf('coding-school', later, '2027-02-10T02:00:00Z')?.quote?.total).to.equal(566200)
  })

  it('of a series counts the add-ons each participant chooses', () => {
    const trial = { service: 'enlightenment', people: 2, addOns: { materials: 1 } }
    expect(outcomeOf('coding-school', trial, '2027-02-10T02:00:00Z')?.quote?.total).to.equal(546200)
  })

  it('shows what is paid now and what later in the plan that is chosen', () => {
    const outcome = outcomeOf('coding-school', { service: 'enlightenment', plan: 'deposit' }, '2027-02-10T02:00:00Z')
    expect(outcome?.quote?.schedule.map(({ amount }) => amount)).to.deep.equal([50000, 218000])
  })

  it('before the sale opens is that of its first day', () => {
    const outcome = outcomeOf('city-run', { tickets: { fun: 1 } }, '2026-11-01T02:00:00Z')
    expect(outcome?.orderedOn).to.equal('2026-12-01')
    expect(outcome?.quote?.total).to.equal(6000)
  })

  it('of an appointment keeps to the hours that may be chosen, and says why there is none', () => {
    const outcome = outcomeOf('home-cleaning', { people: 9, duration: 30 }, '2026-12-05T02:00:00Z')
    expect(outcome?.duration).to.equal(120)
    expect(outcome?.quote ?? outcome?.reason).to.not.equal(null)
  })
})
