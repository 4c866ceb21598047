import { expect } from 'chai'
import { assign, availability, claimsOf } from '../../src/domain/index.ts'
import { claim, NOW, refusal, WED } from './asking.ts'
import { at, resolved, salon } from './shops.ts'

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
