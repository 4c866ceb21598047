import { expect } from 'chai'
import { assign, availability, type Claim, claimsOf, moved } from '../../src/domain/index.ts'
import { claim, lasting, NOW, refusal, WED } from './asking.ts'
import { at, resolved, salon } from './shops.ts'
import { mend, workshop } from './workshop.ts'

describe('a service of two roles', () => {
  const shop = resolved(
    salon((one) => {
      const role = (name: string) => ({
        role: name,
        title: name,
        kind: 'staff' as const,
        tags: ['dye'],
        choice: 'any' as const,
      })
      const dye = one.services[2]
      if (!dye) throw new Error('no dye')
      dye.requirements = [{ ...role('stylist'), choice: 'customer' }, role('helper')]
      delete dye.options
      one.policies.booking = { notice: 120, horizon: 30, step: 60 }
    }),
  )
  const request = { service: 'dye', from: WED, days: 1 }

  it('begins where both are free, no one taken twice', () => {
    const [found] = availability(shop, request, [], at(NOW))
    expect(found?.starts.map(({ time }) => time)).to.deep.equal(['14:00', '15:00', '16:00', '17:00'])
    expect(found?.starts[0]).to.deep.include({
      resources: { stylist: ['stylist-1', 'stylist-2'], helper: ['stylist-1', 'stylist-2'] },
      offerings: ['senior', 'director'],
    })
  })

  it('assigns two', () => {
    const booked = assign(
      shop,
      { service: 'dye', start: at(`${WED} 14:00`).toISOString(), resources: { stylist: 'stylist-2' } },
      [],
      at(NOW),
    )
    expect(booked).to.deep.include({ resources: { stylist: 'stylist-2', helper: 'stylist-1' }, offering: 'senior' })
    expect(claimsOf(shop, booked).map(({ resource }) => resource)).to.deep.equal(['stylist-2', 'stylist-1'])
  })

  it('assigns two different ones when the customer names none', () => {
    const booked = assign(shop, { service: 'dye', start: at(`${WED} 14:00`).toISOString() }, [], at(NOW))
    expect(booked.resources).to.deep.equal({ stylist: 'stylist-1', helper: 'stylist-2' })
  })

  it('is taken when one of them is', () => {
    const claims = [claim('stylist-1', `${WED} 14:00`, `${WED} 16:00`)]
    expect(
      refusal(() => assign(shop, { service: 'dye', start: at(`${WED} 14:00`).toISOString() }, claims, at(NOW)))[0],
    ).to.equal('SLOT_TAKEN')
  })

  it('lets nobody name a role that is not the customer’s', () => {
    expect(
      refusal(() => availability(shop, { ...request, resources: { helper: 'stylist-1' } }, [], at(NOW)))[0],
    ).to.equal('UNKNOWN_RESOURCE')
  })
})

describe('a requirement with a quantity', () => {
  const shop = resolved(workshop())
  const take = (time: string, selection: object, claims: readonly Claim[] = []) =>
    assign(shop, { service: 'mend', start: at(`${WED} ${time}`).toISOString(), ...selection }, claims, at(NOW))

  it('makes a post for each, and a pool may fill several of them', () => {
    const booked = take('14:00', { people: 3 })
    expect(booked.resources).to.deep.equal({
      mender: 'anna',
      bench: 'benches',
      'bench:2': 'benches',
      'bench:3': 'benches',
    })
    expect(booked.places).to.deep.equal(Array.from({ length: 3 }, () => ({ offering: 'mend', addOns: {} })))
    expect(claimsOf(shop, booked)).to.deep.equal([
      { resource: 'anna', units: 1, start: at(`${WED} 14:00`), end: at(`${WED} 15:00`) },
      { resource: 'benches', units: 3, start: at(`${WED} 14:00`), end: at(`${WED} 15:00`) },
    ])
  })

  it('is met while enough of a pool is left', () => {
    const two = lasting(claimsOf(shop, take('14:00', { people: 2 })))
    expect(take('14:30', { people: 1 }, two).resources).to.deep.include({ mender: 'bert', bench: 'benches' })
    expect(refusal(() => take('14:30', { people: 2 }, two))[0]).to.equal('SLOT_TAKEN')
    expect(take('15:00', { people: 3 }, two).places).to.have.length(3)
    const [found] = availability(shop, { service: 'mend', from: WED, days: 1, people: 2 }, two, at(NOW))
    const listed = found?.starts.map(({ time }) => time) ?? []
    for (const time of ['13:30', '14:00', '14:30']) expect(listed).not.to.include(time)
    expect(listed).to.include.members(['13:00', '15:00'])
  })

  it('counts the members of a pool that several bookings take at one moment, not in all', () => {
    const claims: Claim[] = [
      { resource: 'benches', units: 2, start: at(`${WED} 13:00`), end: at(`${WED} 14:00`), expiresAt: null },
      { resource: 'benches', units: 2, start: at(`${WED} 15:00`), end: at(`${WED} 16:00`), expiresAt: null },
    ]
    expect(take('14:00', { people: 3 }, claims).places).to.have.length(3)
    expect(take('14:30', { people: 1 }, claims).places).to.have.length(1)
    expect(refusal(() => take('14:30', { people: 2 }, claims))[0]).to.equal('SLOT_TAKEN')
  })

  it('lets one booking of a pool begin as another ends', () => {
    const two = { resource: 'benches', units: 2, expiresAt: null }
    const claims: Claim[] = [
      { ...two, start: at(`${WED} 15:00`), end: at(`${WED} 16:00`) },
      { ...two, start: at(`${WED} 14:00`), end: at(`${WED} 15:00`) },
    ]
    expect(take('14:30', { people: 1 }, claims).places).to.have.length(1)
    expect(refusal(() => take('14:30', { people: 2 }, claims))[0]).to.equal('SLOT_TAKEN')
  })

  it('takes two different ones of single resources, and lets each be named', () => {
    const pair = resolved(workshop((one) => void Object.assign(mend(one).requirements?.[0] ?? {}, { quantity: 2 })))
    const both = (resources: Record<string, string>) =>
      assign(pair, { service: 'mend', start: at(`${WED} 14:00`).toISOString(), resources }, [], at(NOW)).resources
    expect(both({})).to.include({ mender: 'anna', 'mender:2': 'bert' })
    expect(both({ mender: 'bert' })).to.include({ mender: 'bert', 'mender:2': 'anna' })
    expect(both({ 'mender:2': 'anna' })).to.include({ mender: 'bert', 'mender:2': 'anna' })
    expect(refusal(() => both({ mender: 'anna', 'mender:2': 'anna' })).slice(0, 2)).to.deep.equal([
      'UNKNOWN_RESOURCE',
      'selection.resources.mender',
    ])
    expect(refusal(() => both({ 'mender:3': 'anna' }))[0]).to.equal('UNKNOWN_RESOURCE')
    const [found] = availability(pair, { service: 'mend', from: WED, days: 1 }, [], at(NOW))
    expect(found?.starts[0]?.resources).to.deep.equal({ mender: ['anna', 'bert'], bench: ['benches'] })
    const [named] = availability(
      pair,
      { service: 'mend', from: WED, days: 1, resources: { mender: 'bert' } },
      [claim('anna', `${WED} 10:00`, `${WED} 12:00`)],
      at(NOW),
    )
    expect(named?.starts[0]?.time).to.equal('12:00')
  })

  it('lists nobody at a post whom another post cannot do without', () => {
    const levelled = resolved(
      workshop((one) => {
        one.levels = [
          { id: 'master', title: 'Master' },
          { id: 'apprentice', title: 'Apprentice' },
        ]
        for (const resource of one.resources ?? [])
          if (resource.kind === 'staff') resource.level = resource.id === 'anna' ? 'master' : 'apprentice'
        Object.assign(mend(one), {
          requirements: ['mender', 'helper'].map((role) => ({ role, title: role, kind: 'staff', tags: ['mend'] })),
          offerings: [{ id: 'mend', title: 'Mend', price: 1000, level: 'master' }],
        })
      }),
    )
    const request = { service: 'mend', from: WED, days: 1 }
    const [found] = availability(levelled, request, [], at(NOW))
    expect(found?.starts[0]?.resources).to.deep.equal({ mender: ['anna'], helper: ['bert'] })
    expect(
      availability(levelled, { ...request, resources: { helper: 'anna' } }, [], at(NOW)).flatMap(
        ({ starts }) => starts,
      ),
    ).to.deep.equal([])
  })

  it('takes from the pool that is least taken for its size', () => {
    const two = resolved(
      workshop((one) =>
        one.resources?.push({ id: 'yard', kind: 'equipment', name: 'Yard', tags: ['bench'], capacity: 6 }),
      ),
    )
    const taken = (claims: readonly Claim[]) =>
      assign(two, { service: 'mend', start: at(`${WED} 14:00`).toISOString(), people: 2 }, claims, at(NOW)).resources
    expect(taken([])).to.include({ bench: 'benches', 'bench:2': 'yard' })
    const morning = { units: 1, start: at(`${WED} 10:00`), end: at(`${WED} 11:00`), expiresAt: null }
    expect(taken([{ ...morning, resource: 'benches' }])).to.include({ bench: 'yard', 'bench:2': 'yard' })
  })

  it('moves with whom the customer named, the rest assigned anew', () => {
    const booked = take('14:00', { people: 2, resources: { mender: 'bert' } })
    const start = at(`${WED} 16:00`).toISOString()
    expect(moved(shop, booked, { start })).to.deep.equal({
      service: 'mend',
      offering: 'mend',
      start,
      options: {},
      addOns: {},
      places: booked.places,
      resources: { mender: 'bert' },
    })
  })

  for (const [name, selection, expected] of [
    ['too many people', { people: 4 }, ['PEOPLE_INVALID', 'selection.people', undefined]],
    ['half a person', { people: 1.5 }, ['PEOPLE_INVALID', 'selection.people', undefined]],
    ['fewer places than people', { people: 2, places: [{}] }, ['INPUT_INVALID', 'selection.places', undefined]],
    [
      'a place of another offering',
      { places: [{ offering: 'x' }] },
      ['UNKNOWN_OFFERING', 'selection.offering', undefined],
    ],
    [
      'a place with an add-on',
      { places: [{ addOns: { care: 1 } }] },
      ['UNKNOWN_ADD_ON', 'selection.places.0.addOns.care', undefined],
    ],
    ['another duration than it has', { duration: 90 }, ['DURATION_INVALID', 'selection.duration', undefined]],
  ] as const)
    it(`is refused for ${name}`, () => expect(refusal(() => take('14:00', selection))).to.deep.equal(expected))
})
