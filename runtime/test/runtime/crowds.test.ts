import { expect } from 'chai'
import type { Answer, Client, Json } from '../http/client.ts'
import { ACCEPTS, at } from '../http/salon.ts'
import { exampleShop } from '../flow/world.ts'
import { counted, customersOf, randomOf } from './crowds.ts'
import { openFleet, type ApiProcess, type Fleet } from './processes.ts'
import { smallShop } from './small-shop.ts'

const MINUTE = 60_000
/** 10:00 on 1 December 2026 in Shanghai: the run has opened. */
const OPENING = '2026-12-01T02:00:00.000Z'
const RUNNER = {
  name: '李雷',
  idDocument: { type: 'passport', number: 'E12345678' },
  birthDate: '1990-03-07',
  sex: 'male',
  phone: '13812345678',
  emergencyName: '韩梅',
  emergencyPhone: '13912345678',
  size: 'm',
}

describe('crowds at several API processes on one store', function () {
  this.timeout(180_000)
  const shops = [exampleShop('city-run'), exampleShop('lecture'), smallShop()]
  const ids: string[] = shops.map(({ id }) => id)
  let fleet: Fleet
  let apis: ApiProcess[]
  let now = new Date(OPENING)
  const people = new Map<string, string[]>()
  before(async () => {
    fleet = await openFleet({ shops, now: OPENING })
    apis = await Promise.all([fleet.start(), fleet.start(), fleet.start()])
  })
  after(() => fleet.close())

  const records = (id: string) => fleet.store.forShop(id)
  /** The first `size` customers of a shop, signed in once for all tests. */
  async function crowd(id: string, size: number): Promise<string[]> {
    const known = people.get(id) ?? []
    const more = size - known.length
    if (more > 0) known.push(...(await customersOf(records(id), more, now, 13_000_000_000 + known.length)))
    people.set(id, known)
    return known.slice(0, size)
  }
  const client = (id: string, n: number): Client => {
    const api = apis[n % apis.length] as ApiProcess
    return id === ids[0] ? api : api.shop(id)
  }
  const hold = (id: string, token: string, selection: Json, n: number): Promise<Answer> =>
    client(id, n).post('/holds', { token, body: { selection } })
  async function jobs(): Promise<void> {
    for (const api of apis) await api.tell({ jobs: true })
  }
  /** Every hold is over and swept. */
  async function allExpired(): Promise<void> {
    now = new Date(now.getTime() + 61 * MINUTE)
    await fleet.setTime(now.toISOString())
    await jobs()
  }
  /** Units of a pool that are taken, those that have expired included: all that is stored. */
  async function stored(id: string, pool: string): Promise<Record<string, number>> {
    const record = await records(id).pools.find(pool)
    return { ...record?.counters }
  }
  async function agree(id: string): Promise<void> {
    expect(await apis[0]?.tell({ reconcile: ids.indexOf(id) })).to.deep.equal([])
  }

  it('sell 500 places of the half marathon to 600 customers, and get all 500 back when nobody pays', async () => {
    const tokens = await crowd('city-run', 600)
    const selection = { service: 'run', places: [{ offering: 'half' }] }
    const answers = await Promise.all(tokens.map((token, n) => hold('city-run', token, selection, n)))
    expect(counted(answers)).to.deep.equal({ 201: 500, '409 SOLD_OUT': 100 })
    expect(await stored('city-run', 'quotas/run')).to.deep.equal({ half: 500, total: 500 })
    await allExpired()
    expect(await stored('city-run', 'quotas/run')).to.deep.equal({})
    await agree('city-run')
  })

  it('let parties of one to four have the last places of the lecture, and refuse none that would have fitted', async () => {
    const tokens = await crowd('dushuhui', 60)
    const random = randomOf(7)
    const sizes = tokens.map(() => 1 + Math.floor(random() * 4))
    const session = 'january@2027-01-16T14:00'
    now = new Date('2026-12-20T02:00:00Z')
    await fleet.setTime(now.toISOString())
    const answers = await Promise.all(
      tokens.map((token, n) =>
        hold('dushuhui', token, { service: 'lecture', offering: 'seat', session, people: sizes[n] }, n),
      ),
    )
    const taken = sizes.reduce((sum, size, n) => sum + (answers[n]?.status === 201 ? size : 0), 0)
    const refused = sizes.filter((_, n) => answers[n]?.status !== 201)
    expect(Object.keys(counted(answers)).toSorted()).to.deep.equal(['201', '409 SOLD_OUT'])
    expect(taken).to.be.at.most(80)
    // Nobody gave a place back: whoever was refused did not fit then, and does not fit now.
    expect(Math.min(...refused)).to.be.greaterThan(80 - taken)
    await allExpired()
    const whole = await Promise.all(
      (await crowd('dushuhui', 20)).map((token, n) =>
        hold('dushuhui', token, { service: 'lecture', offering: 'seat', session, people: 4 }, n),
      ),
    )
    expect(counted(whole)).to.deep.equal({ 201: 20 })
    await agree('dushuhui')
  })

  it('give a coupon with a budget of 100 to 100 of 150 who ask at once; unpaid, all 100 are there again', async () => {
    const tokens = await crowd('city-run', 150)
    const places = [{ offering: 'half' }]
    const holds = await Promise.all(tokens.map((token, n) => hold('city-run', token, { service: 'run', places }, n)))
    expect(counted(holds)).to.deep.equal({ 201: 150 })
    const orderOf = (n: number, coupon?: string) =>
      client('city-run', n + 1).post('/orders', {
        token: tokens[n] ?? '',
        body: {
          hold: holds[n]?.body.id,
          answers: { invoice: 'none' },
          participants: [RUNNER],
          accepts: ACCEPTS,
          ...(coupon && { coupon }),
        },
      })
    const answers = await Promise.all(tokens.map((_, n) => orderOf(n, 'RUN2026')))
    expect(counted(answers)).to.deep.equal({ 201: 100, '409 COUPON_USED_UP': 50 })
    const refused = tokens.map((_, n) => n).filter((n) => answers[n]?.status === 409)
    expect(counted(await Promise.all(refused.map((n) => orderOf(n))))).to.deep.equal({ 201: 50 })
    await allExpired()
    // What the jobs leave to their next rounds: fifty orders each.
    for (let rounds = 0; rounds < 3; rounds += 1) await jobs()
    expect(await stored('city-run', 'coupon/run2026')).to.deep.equal({})
    expect(await stored('city-run', 'quotas/run')).to.deep.equal({})
    await agree('city-run')
  })

  it('take two resources at once in either order: nothing twice, nothing stuck, nothing lost', async () => {
    const tokens = await crowd('small', 40)
    const random = randomOf(11)
    const pick = (kind: string) => `${kind}-${1 + Math.floor(random() * 2)}`
    const wanted = tokens.map((_, n) => ({
      service: n % 2 === 0 ? 'cut' : 'wash',
      offering: 'one',
      start: at('2026-12-23', n % 3 === 0 ? '10:30' : '10:00'),
      resources: { stylist: pick('stylist'), chair: pick('chair') },
    }))
    now = new Date('2026-12-22T02:00:00Z')
    await fleet.setTime(now.toISOString())
    const answers = await Promise.all(tokens.map((token, n) => hold('small', token, wanted[n], n)))
    expect(Object.keys(counted(answers)).toSorted()).to.deep.equal(['201', '409 SLOT_TAKEN'])
    const claims = await records('small').claims.between(new Date('2026-12-23'), new Date('2026-12-24'), now)
    const meet = claims.filter((one) =>
      claims.some((two) => one !== two && one.resource === two.resource && one.start < two.end && two.start < one.end),
    )
    expect(meet).to.deep.equal([])
    // Each who got a place has both, and nobody who was refused has one.
    expect(claims).to.have.length(2 * (counted(answers)['201'] ?? 0))
    await allExpired()
    const [one, two] = await crowd('small', 2)
    const both = await Promise.all([
      hold('small', one ?? '', { ...wanted[0], resources: { stylist: 'stylist-1', chair: 'chair-1' } }, 0),
      hold(
        'small',
        two ?? '',
        { ...wanted[1], start: wanted[0]?.start, resources: { stylist: 'stylist-2', chair: 'chair-2' } },
        1,
      ),
    ])
    expect(counted(both)).to.deep.equal({ 201: 2 })
    await agree('small')
  })

  it('sell a course and single lessons on the same twelve seats, at no lesson one too many', async () => {
    now = new Date('2026-12-02T02:00:00Z')
    await fleet.setTime(now.toISOString())
    const tokens = await crowd('small', 60)
    const answers = await Promise.all(
      tokens.map((token, n) => {
        // Every third wants the whole course, the others the lesson of the third or the fourth day.
        const lesson = `daily@2026-12-1${n % 3 === 1 ? 2 : 3}T10:00`
        const selection =
          n % 3 === 0 ? { offering: 'course', session: 'daily' } : { offering: 'lesson', session: lesson }
        return hold('small', token, { service: 'class', ...selection, people: 1 }, n)
      }),
    )
    const got = (kind: number) => answers.filter(({ status }, n) => n % 3 === kind && status === 201).length
    expect(Object.keys(counted(answers)).toSorted()).to.deep.equal(['201', '409 SOLD_OUT'])
    const counters = await stored('small', 'seats/class/daily')
    expect(counters).to.deep.include({
      '2026-12-12T10:00': got(0) + got(1),
      '2026-12-13T10:00': got(0) + got(2),
    })
    // Sixty wanted twelve seats: on the days that all of them wanted, none is left.
    expect([got(0) + got(1), got(0) + got(2)]).to.deep.equal([12, 12])
    await allExpired()
    expect(await stored('small', 'seats/class/daily')).to.deep.equal({})
    await agree('small')
  })
})
