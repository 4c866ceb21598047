import { expect } from 'chai'
import { assign, availability, type Claim, claimsOf } from '../../src/domain/index.ts'
import { lasting, NOW, refusal, refused, WED } from './asking.ts'
import { at, resolved } from './shops.ts'
import { mend, workshop } from './workshop.ts'

describe('a post for a part of the time', () => {
  // Anna mends for 30 minutes, the glue dries, Bert polishes for the last 20.
  const shop = resolved(
    workshop((one) => {
      mend(one).duration = 120
      mend(one).offerings.push({ id: 'long', title: 'Long', price: 2000, duration: 160 })
      mend(one).buffer = { before: 0, after: 10 }
      mend(one).requirements = [
        { role: 'mender', title: 'Mender', kind: 'staff', tags: ['mend'], part: { from: 0, minutes: 30 } },
        { role: 'polisher', title: 'Polisher', kind: 'staff', tags: ['mend'], part: { from: 100, minutes: 60 } },
        { role: 'bench', title: 'Bench', kind: 'equipment', tags: ['bench'], choice: 'any' },
      ]
    }),
  )
  const take = (time: string, claims: readonly Claim[] = []) =>
    assign(shop, { service: 'mend', start: at(`${WED} ${time}`).toISOString() }, claims, at(NOW))

  it('claims that part with the buffers around it, cut at the end of the service', () => {
    const booked = take('14:00')
    expect(booked.resources).to.deep.equal({ mender: 'anna', polisher: 'bert', bench: 'benches' })
    expect(claimsOf(shop, booked)).to.deep.equal([
      { resource: 'anna', units: 1, start: at(`${WED} 14:00`), end: at(`${WED} 14:40`) },
      { resource: 'bert', units: 1, start: at(`${WED} 15:40`), end: at(`${WED} 16:10`) },
      { resource: 'benches', units: 1, start: at(`${WED} 14:00`), end: at(`${WED} 16:10`) },
    ])
  })

  it('leaves the rest to others', () => {
    const claims = lasting(claimsOf(shop, take('14:00')))
    expect(take('15:00', claims).resources).to.include({ mender: 'anna', polisher: 'bert' })
    // At 15:30 Anna mends; to polish at 17:10 she cannot come, since one person fills one post, and Bert can.
    expect(take('15:30', claims).resources).to.include({ mender: 'anna', polisher: 'bert' })
    expect(
      take(
        '14:00',
        claims.filter(({ resource }) => resource === 'benches'),
      ).resources,
    ).to.include({ mender: 'anna' })
  })

  it('needs the shop to be open all the same', () => {
    const alone = resolved(
      workshop((one) => {
        mend(one).duration = 120
        mend(one).requirements = [
          { role: 'mender', title: 'Mender', kind: 'staff', tags: ['mend'], part: { from: 0, minutes: 30 } },
        ]
      }),
    )
    const [found] = availability(alone, { service: 'mend', from: WED, days: 1 }, [], at(NOW))
    expect(found?.starts.at(-1)).to.deep.include({ time: '19:00', resources: { mender: ['anna', 'bert'] } })
    expect(
      refusal(() => assign(alone, { service: 'mend', start: at(`${WED} 19:30`).toISOString() }, [], at(NOW)))[2],
    ).to.equal('closed')
  })
})

describe('sessions of the shop', () => {
  const shop = resolved(
    workshop((one) => {
      one.services.push({
        id: 'course',
        title: 'Course',
        mode: 'session',
        duration: 120,
        buffer: { before: 15, after: 15 },
        form: one.forms[0]?.id ?? '',
        series: [
          {
            id: 'evening',
            day: WED,
            time: '18:00',
            rrule: 'FREQ=WEEKLY;COUNT=3',
            seats: 8,
            resources: ['anna', 'benches'],
          },
        ],
        offerings: [{ id: 'seat', title: 'Seat', price: 100 }],
      })
    }),
  )

  it('keep their resources, pools whole, with the buffers around', () => {
    const [found] = availability(shop, { service: 'mend', from: WED, days: 1 }, [], at(NOW))
    const listed = found?.starts.map(({ time }) => time) ?? []
    expect(listed.filter((time) => time >= '16:00')).to.deep.equal(['16:00', '16:30'])
    expect(
      refusal(() => assign(shop, { service: 'mend', start: at(`${WED} 17:30`).toISOString() }, [], at(NOW)))[2],
    ).to.equal('taken')
    const [other] = availability(shop, { service: 'mend', from: '2026-12-03', days: 1 }, [], at(NOW))
    expect(other?.starts.at(-1)?.time).to.equal('20:00')
  })
})

describe('required add-ons', () => {
  const shop = resolved(
    workshop((one) => {
      one.addOns = [
        { id: 'wax', title: 'Wax', price: 100, minutes: 15, max: 2 },
        { id: 'bag', title: 'Bag', price: 50, max: 3 },
      ]
      mend(one).requiredAddOns = ['wax']
      mend(one).addOns = ['bag']
    }),
  )
  const take = (selection: object) =>
    assign(shop, { service: 'mend', start: at(`${WED} 14:00`).toISOString(), ...selection }, [], at(NOW))

  it('are counted in with their minutes', () => {
    const booked = take({ addOns: { bag: 3 } })
    expect(booked.addOns).to.deep.equal({ wax: 1, bag: 3 })
    expect(booked.end).to.equal(at(`${WED} 15:15`).toISOString())
    expect(take({ addOns: { wax: 2 } }).end).to.equal(at(`${WED} 15:30`).toISOString())
  })

  it('and others are not taken more often than they may be', () => {
    const no = refused(() => take({ addOns: { bag: 4 } }))
    expect([no.code, no.field, no.words.en]).to.deep.equal([
      'QUANTITY_INVALID',
      'selection.addOns.bag',
      'The quantity must be between 1 and 3.',
    ])
    expect(refusal(() => take({ addOns: { wax: 3 } }))[0]).to.equal('QUANTITY_INVALID')
  })

  it('belong to each person where each chooses their own', () => {
    const each = resolved(
      workshop((one) => {
        one.addOns = [
          { id: 'wax', title: 'Wax', price: 100, minutes: 15 },
          { id: 'bag', title: 'Bag', price: 50 },
        ]
        Object.assign(mend(one), { requiredAddOns: ['wax'], addOns: ['bag'], addOnsEach: true })
      }),
    )
    const start = at(`${WED} 14:00`).toISOString()
    const booked = assign(each, { service: 'mend', start, places: [{ addOns: { bag: 1 } }, {}] }, [], at(NOW))
    expect(booked.places.map(({ addOns }) => addOns)).to.deep.equal([{ wax: 1, bag: 1 }, { wax: 1 }])
    expect([booked.addOns, booked.end]).to.deep.equal([{}, at(`${WED} 15:30`).toISOString()])
    expect(refusal(() => assign(each, { service: 'mend', start, addOns: { bag: 1 } }, [], at(NOW)))[0]).to.equal(
      'UNKNOWN_ADD_ON',
    )
  })
})
