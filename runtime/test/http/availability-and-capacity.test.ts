import { expect } from 'chai'
import type { Json } from './client.ts'
import { at, cut, openSalon, type Salon } from './salon.ts'

const DAY = '2026-12-02'

describe('capacity over HTTP', () => {
  let salon: Salon
  before(async () => {
    salon = await openSalon()
  })
  after(() => salon.close())

  const timesOf = ({ days }: Json): string[] => days[0].starts.map(({ time }: Json) => time)

  it('check 13: two get 20:00 with any stylist, the third is refused', async () => {
    const any = { service: 'cut', start: at(DAY, '20:00') }
    const tokens = await Promise.all([salon.customer(), salon.customer(), salon.customer()])
    const answers = [
      await salon.hold(tokens[0], any),
      await salon.hold(tokens[1], any),
      await salon.hold(tokens[2], any),
    ]
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 409])
    expect(answers[2]?.body.error).to.include({ code: 'SLOT_TAKEN' })
    const got = answers.slice(0, 2).map(({ body }) => [body.selection.resources.stylist, body.selection.offering])
    expect(got).to.have.deep.members([
      ['stylist-1', 'director'],
      ['stylist-3', 'designer'],
    ])
  })

  it('lets one customer keep five times at once, and another again after one is given up', async () => {
    const token = await salon.customer()
    const keep = (time: string) => salon.hold(token, cut({ start: at('2026-12-16', time) }))
    const held = []
    for (const time of ['12:00', '13:30', '15:00', '16:30', '18:00']) held.push(await keep(time))
    expect(held.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201, 201])
    const sixth = await keep('19:30')
    expect([sixth.status, sixth.body.error.code]).to.deep.equal([429, 'TOO_MANY_HOLDS'])
    await salon.delete(`/holds/${held[0]?.body.id}`, { token })
    expect((await keep('19:30')).status).to.equal(201)
  })

  it('check 14: of fifty who ask for the director at 16:00 at once, exactly one succeeds', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => salon.customer()))
    const wanted = cut({ start: at(DAY, '16:00'), resources: { stylist: 'stylist-1' } })
    const answers = await Promise.all(tokens.map((token) => salon.hold(token, wanted)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).to.have.length(1)
    expect(statuses.filter((status) => status === 409)).to.have.length(49)
  })

  it('gives a held place back when it is let go, and when its time is over', async () => {
    const [one, two] = [await salon.customer(), await salon.customer()]
    const wanted = cut({ start: at(DAY, '12:30') })
    const held = await salon.hold(one, wanted)
    expect((await salon.hold(two, wanted)).status).to.equal(409)
    expect((await salon.delete(`/holds/${held.body.id}`, { token: two })).status).to.equal(404)
    expect((await salon.delete(`/holds/${held.body.id}`, { token: one })).status).to.equal(204)
    expect((await salon.hold(two, wanted)).status).to.equal(201)
    salon.clock.advance(15 * 60_000)
    expect((await salon.hold(one, wanted)).status).to.equal(201)
  })

  it('says why not, and where to look when a day has nothing', async () => {
    const tuesday = (await salon.get('/availability?service=cut&from=2026-12-08&explain=1')).body
    expect(tuesday.days[0]).to.deep.include({ starts: [], reason: 'closed' })
    expect(tuesday.next).to.equal('2026-12-09')
    const longer = (
      await salon.get('/availability?service=perm&resource=stylist-1&options[length]=long&from=2026-12-03&days=2')
    ).body
    expect(longer.days).to.have.length(2)
    expect(timesOf(longer)).to.include('18:30').and.not.include('19:00')
  })

  it('refuses what the shop does not have, naming it', async () => {
    const unknown = await salon.get('/availability?service=shave&from=2026-12-03')
    expect(unknown.status).to.equal(422)
    expect(unknown.body.error.code).to.equal('UNKNOWN_SERVICE')
    const wrong = await salon.get('/availability?service=cut&from=2026-02-30')
    expect(wrong.status).to.equal(400)
    expect(wrong.body.error.field).to.equal('from')
  })
})
