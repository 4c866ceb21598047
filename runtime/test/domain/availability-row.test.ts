import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import {
  assign,
  type Assignment,
  availability,
  type Claim,
  claimsOf,
  moved,
  reachOf,
  type Selection,
} from '../../src/domain/index.ts'
import { claim, lasting, NOW, refusal, refused, WED } from './asking.ts'
import { at, resolved } from './shops.ts'
import { workshop } from './workshop.ts'

/** Wash (30 minutes, buffers 5 and 10), mend (60, 5 and 10) and polish (45, 0 and 20), each by Anna or Bert. */
const rows = (change: (shop: Shop) => void = () => undefined): Shop =>
  workshop((shop) => {
    const [first] = shop.services
    if (!first) throw new Error('no service')
    const service = (id: string, duration: number, buffer: { before: number; after: number }) => ({
      ...first,
      id,
      duration,
      buffer,
      people: { max: 2 },
      combinable: true,
      requirements: (first.requirements ?? []).slice(0, 1),
      offerings: [{ id, title: id, price: 1000 }],
    })
    shop.services = [
      service('wash', 30, { before: 5, after: 10 }),
      service('mend', 60, { before: 5, after: 10 }),
      service('polish', 45, { before: 0, after: 20 }),
      { ...service('sole', 30, { before: 0, after: 0 }), combinable: false },
    ]
    change(shop)
  })

const shop = resolved(rows())
const take = (time: string, selection: Partial<Selection>, claims: readonly Claim[] = []): Assignment =>
  assign(shop, { service: 'wash', start: at(`${WED} ${time}`).toISOString(), ...selection }, claims, at(NOW))
const iso = (time: string): string => at(`${WED} ${time}`).toISOString()
const all = { then: [{ service: 'mend' }, { service: 'polish' }] }

describe('services in a row', () => {
  it('follow one another without a gap', () => {
    const booked = take('14:00', all)
    expect([booked.start, booked.end]).to.deep.equal([iso('14:00'), iso('16:15')])
    expect(booked.then).to.deep.equal([
      {
        service: 'mend',
        offering: 'mend',
        start: iso('14:30'),
        end: iso('15:30'),
        resources: { mender: 'anna' },
        options: {},
        addOns: {},
      },
      {
        service: 'polish',
        offering: 'polish',
        start: iso('15:30'),
        end: iso('16:15'),
        resources: { mender: 'anna' },
        options: {},
        addOns: {},
      },
    ])
  })

  it('take one resource from the first buffer to the last, with none between', () => {
    expect(claimsOf(shop, take('14:00', all))).to.deep.equal([
      { resource: 'anna', units: 1, start: at(`${WED} 13:55`), end: at(`${WED} 16:35`) },
    ])
  })

  it('take each resource for its own stretch, with the buffers of its service', () => {
    const booked = take('14:00', {
      resources: { mender: 'bert' },
      then: [
        { service: 'mend', resources: { mender: 'anna' } },
        { service: 'polish', resources: { mender: 'bert' } },
      ],
    })
    expect(claimsOf(shop, booked)).to.deep.equal([
      { resource: 'bert', units: 1, start: at(`${WED} 13:55`), end: at(`${WED} 14:40`) },
      { resource: 'bert', units: 1, start: at(`${WED} 15:30`), end: at(`${WED} 16:35`) },
      { resource: 'anna', units: 1, start: at(`${WED} 14:25`), end: at(`${WED} 15:40`) },
    ])
  })

  it('go to another where the first has no time for the next', () => {
    const claims = [claim('anna', `${WED} 14:40`, `${WED} 15:30`), claim('bert', `${WED} 10:00`, `${WED} 11:00`)]
    const booked = take('14:00', all, claims)
    expect([booked.resources, ...(booked.then ?? []).map(({ resources }) => resources)]).to.deep.equal([
      { mender: 'anna' },
      { mender: 'bert' },
      { mender: 'anna' },
    ])
  })

  it('are listed where each of them can be had, and only there', () => {
    const claims = [claim('anna', `${WED} 10:00`, `${WED} 14:00`), claim('bert', `${WED} 12:00`, `${WED} 21:00`)]
    const [found] = availability(shop, { service: 'wash', from: WED, days: 1, ...all }, claims, at(NOW))
    // Until 12:00 Bert is alone and has no 2 h 35 in one piece; Anna has from 14:05 to 21:00.
    expect(found?.starts.map(({ time }) => time)).to.deep.equal([
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
      '17:00',
      '17:30',
      '18:00',
      '18:30',
    ])
    expect(refusal(() => take('14:00', all, claims))).to.deep.equal(['SLOT_TAKEN', 'selection.start', 'taken'])
    expect(refusal(() => take('19:00', all))).to.deep.equal(['SLOT_UNAVAILABLE', 'selection.start', 'closed'])
  })

  it('move together', () => {
    const booked = take('14:00', all)
    expect(moved(shop, booked, { start: iso('16:00') })).to.deep.equal({
      service: 'wash',
      offering: 'wash',
      options: {},
      addOns: {},
      places: [{ offering: 'wash', addOns: {} }],
      start: iso('16:00'),
      resources: { mender: 'anna' },
      then: ['mend', 'polish'].map((id) => ({
        service: id,
        offering: id,
        options: {},
        addOns: {},
        resources: { mender: 'anna' },
      })),
    })
  })

  it('reach as far as their buffers, whoever does them', () => {
    const now = at(NOW)
    expect(reachOf(shop, { service: 'wash', ...all }, now)).to.deep.equal({ before: 5, after: 155 })
    expect(reachOf(shop, { service: 'polish' }, now)).to.deep.equal({ before: 0, after: 65 })
  })

  it('let a second customer have what the first leaves', () => {
    const claims = lasting(claimsOf(shop, take('14:00', all)))
    const second = take('14:00', all, claims)
    expect(second.then?.map(({ resources }) => resources['mender'])).to.deep.equal(['bert', 'bert'])
    expect(refusal(() => take('14:00', all, [...claims, ...lasting(claimsOf(shop, second))]))[0]).to.equal('SLOT_TAKEN')
  })

  it('count what each person has of a service that follows', () => {
    const each = resolved(
      rows((one) => {
        one.addOns = [{ id: 'wax', title: 'Wax', price: 1, minutes: 15 }]
        Object.assign(one.services[1] ?? {}, { requiredAddOns: ['wax'], addOnsEach: true })
      }),
    )
    const two = { service: 'wash', start: iso('14:00'), people: 2, then: [{ service: 'mend' }] }
    const booked = assign(each, two, [], at(NOW))
    expect([booked.then?.[0]?.addOns, booked.end]).to.deep.equal([{ wax: 2 }, iso('16:00')])
  })

  it('take no more people than each of them', () => {
    const alone = resolved(rows((one) => Object.assign(one.services[1] ?? {}, { people: { max: 1 } })))
    const two = { service: 'wash', start: iso('14:00'), people: 2 }
    expect(assign(alone, two, [], at(NOW)).places).to.have.length(2)
    expect(refusal(() => assign(alone, { ...two, then: [{ service: 'mend' }] }, [], at(NOW)))[0]).to.equal(
      'PEOPLE_INVALID',
    )
  })

  it('are over where one of them is, whether or not another has still to open', () => {
    const sold = resolved(
      rows((one) => {
        Object.assign(one.services[0]?.offerings[0] ?? {}, { opens: '2026-12-01T12:00' })
        Object.assign(one.services[1]?.offerings[0] ?? {}, { opens: '2026-12-01T15:00' })
        Object.assign(one.services[2]?.offerings[0] ?? {}, { closes: '2026-12-01T08:00' })
      }),
    )
    const words = (then: { service: string }[]) =>
      refused(() => assign(sold, { service: 'wash', start: iso('14:00'), then }, [], at(NOW))).words.en
    expect(words([{ service: 'mend' }])).to.equal('It opens at 1 December 2026, 15:00.')
    expect(words([{ service: 'mend' }, { service: 'polish' }])).to.equal('It closed at 1 December 2026, 08:00.')
  })

  for (const [name, selection, expected] of [
    ['a service that nobody may combine', { then: [{ service: 'sole' }] }, ['COMBINATION_INVALID', 'selection.then.0']],
    [
      'a first that nobody may combine',
      { service: 'sole', then: [{ service: 'mend' }] },
      ['COMBINATION_INVALID', 'selection.then'],
    ],
    ['a service nobody knows', { then: [{ service: 'x' }] }, ['UNKNOWN_SERVICE', 'selection.then.0.service']],
    [
      'seven of them',
      { then: Array.from({ length: 6 }, () => ({ service: 'mend' })) },
      ['COMBINATION_INVALID', 'selection.then'],
    ],
    [
      'an offering of another',
      { then: [{ service: 'mend', offering: 'wash' }] },
      ['UNKNOWN_OFFERING', 'selection.then.0.offering'],
    ],
    [
      'a resource nobody knows',
      { then: [{ service: 'mend', resources: { mender: 'x' } }] },
      ['UNKNOWN_RESOURCE', 'selection.then.0.resources.mender'],
    ],
    [
      'an add-on it does not have',
      { then: [{ service: 'mend', addOns: { x: 1 } }] },
      ['UNKNOWN_ADD_ON', 'selection.then.0.addOns.x'],
    ],
  ] as const)
    it(`are refused for ${name}`, () =>
      expect(refusal(() => take('14:00', selection)).slice(0, 2)).to.deep.equal(expected))
})

describe('services in a row whose duration and level are chosen', () => {
  const shop = resolved(
    rows((one) => {
      one.levels = [
        { id: 'junior', title: 'Junior' },
        { id: 'master', title: 'Master' },
      ]
      for (const [index, resource] of (one.resources ?? []).entries())
        resource.level = index === 0 ? 'junior' : 'master'
      const [wash, mend] = one.services
      if (!wash || !mend) throw new Error('no service')
      mend.durationChoice = { min: 60, max: 120, step: 30 }
      delete mend.duration
      wash.offerings = [
        { id: 'slow', title: 'Slow', price: 1, level: 'junior', duration: 60 },
        { id: 'quick', title: 'Quick', price: 2, level: 'master', duration: 30 },
      ]
    }),
  )
  const take = (selection: Partial<Selection>, claims: readonly Claim[] = []): Assignment =>
    assign(shop, { service: 'wash', start: iso('14:00'), ...selection }, claims, at(NOW))

  it('begin where the one before ends, whoever does it', () => {
    expect(take({ then: [{ service: 'mend' }] }).then?.[0]?.start).to.equal(iso('15:00'))
    const quick = take({ offering: 'quick', then: [{ service: 'mend', duration: 90 }] })
    expect([quick.resources, quick.then?.[0]?.start, quick.end]).to.deep.equal([
      { mender: 'bert' },
      iso('14:30'),
      iso('16:00'),
    ])
    expect(moved(shop, quick, { start: iso('10:00') }).then).to.deep.include({
      service: 'mend',
      offering: 'mend',
      duration: 90,
      resources: { mender: 'anna' },
      options: {},
      addOns: {},
    })
  })

  it('take the offering with which the rest still fits', () => {
    // Slowly the mending would begin at 15:00, when both are busy.
    const claims = [claim('anna', `${WED} 15:45`, `${WED} 21:00`), claim('bert', `${WED} 15:45`, `${WED} 21:00`)]
    const booked = take({ then: [{ service: 'mend' }] }, claims)
    expect([booked.offering, booked.end]).to.deep.equal(['quick', iso('15:30')])
    const [found] = availability(
      shop,
      { service: 'wash', from: WED, days: 1, then: [{ service: 'mend' }] },
      claims,
      at(NOW),
    )
    expect(found?.starts.find(({ time }) => time === '14:00')).to.deep.include({
      offerings: ['quick'],
      resources: { mender: ['bert'] },
    })
  })

  it('keep the chosen duration when they move, whatever options and add-ons add to it', () => {
    const extra = resolved(
      rows((one) => {
        const [wash, mend] = one.services
        if (!wash || !mend) throw new Error('no service')
        one.addOns = [{ id: 'wax', title: 'Wax', price: 1, minutes: 15 }]
        for (const service of [wash, mend]) {
          delete service.duration
          Object.assign(service, {
            durationChoice: { min: 30, max: 90, step: 30 },
            addOns: ['wax'],
            options: [{ id: 'size', title: 'Size', choices: [{ id: 'l', title: 'L', minutes: 20 }] }],
          })
        }
      }),
    )
    const chosen = { duration: 60, options: { size: 'l' }, addOns: { wax: 2 } }
    const selection = { service: 'wash', start: iso('14:00'), ...chosen, then: [{ service: 'mend', ...chosen }] }
    const booked = assign(extra, selection, [], at(NOW))
    expect([booked.then?.[0]?.start, booked.end]).to.deep.equal([iso('15:50'), iso('17:40')])
    const change = moved(extra, booked, { start: iso('15:00') })
    expect([change.duration, change.then?.[0]?.duration]).to.deep.equal([60, 60])
    expect(assign(extra, change, [], at(NOW)).end).to.equal(iso('18:40'))
  })

  it('are refused a duration that is not offered', () => {
    expect(refusal(() => take({ then: [{ service: 'mend', duration: 75 }] })).slice(0, 2)).to.deep.equal([
      'DURATION_INVALID',
      'selection.then.0.duration',
    ])
  })
})
