import { expect } from 'chai'
import type { FeeRule } from '@kaidian/schemas'
import { quote, type QuoteContext, Refusal } from '../../src/domain/index.ts'
import { asked, left, order, priced, shopOf, told } from './quote-shops.ts'

const coupon = (id: string, apply: FeeRule['apply'], rest: Partial<FeeRule> = {}): FeeRule => ({
  id,
  label: id,
  phase: 'coupon',
  apply,
  ...rest,
})
const shop = (...fees: FeeRule[]) => shopOf({ offerings: [{ id: 'a', title: '甲', price: 10000 }] }, { fees })
const HOUR = { offering: 'a', from: '2026-12-02 14:00', to: '2026-12-02 15:00' }
const member: FeeRule = { id: 'member', label: '会员', phase: 'discount', apply: { kind: 'flat', amount: 2000 } }

function refusal(fees: FeeRule[], about: Partial<QuoteContext>): Refusal {
  try {
    quote(shop(...fees), order(HOUR), asked(about))
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('no refusal')
}

describe('a coupon', () => {
  const tenth = coupon('tenth', { kind: 'percent', rate: 1000, of: ['base', 'discount'] }, { code: 'Spring-10' })

  it('takes its share of the base after discounts', () =>
    expect(priced(shop(member, tenth), HOUR, { coupon: 'Spring-10' })).to.deep.equal([
      'offering 10000',
      'member -2000',
      'tenth -800',
      7200,
    ]))

  it('is known whatever the case, and is told as the rule writes it', () => {
    const price = quote(shop(tenth), order(HOUR), asked({ coupon: ' sPRING-10 ' }))
    expect(price).to.deep.include({ coupon: 'Spring-10', total: 9000 })
  })

  it('that was not given is left out', () => {
    const price = quote(shop(tenth), order(HOUR), asked())
    expect(left(price)).to.deep.equal(['tenth code'])
    expect(price.coupon).to.equal(null)
    expect(price.skipped[0]?.explanation).to.deep.equal({ 'zh-CN': '没有填这个优惠码', en: 'Its code was not given' })
  })

  it('of which there is none is refused, naming it', () => {
    const { code, field, words } = refusal([tenth], { coupon: 'winter' })
    expect([code, field]).to.deep.equal(['COUPON_UNKNOWN', 'coupon'])
    expect(words['zh-CN']).to.equal('没有「winter」这个优惠码。')
  })

  it('whose condition does not hold is refused with what it asks', () => {
    const only = coupon(
      'only',
      { kind: 'flat', amount: 100 },
      { code: 'BIG', when: { fact: 'amount.afterDiscounts', op: 'gte', value: 10000 } },
    )
    const { code, words, reason } = refusal([member, only], { coupon: 'big' })
    expect([code, reason]).to.deep.equal(['COUPON_NOT_APPLICABLE', 'condition'])
    expect(words).to.deep.equal({
      'zh-CN': '优惠码「big」不适用于这一单：只在优惠后合计至少是 ¥100.00 时适用。',
      en: 'The coupon “big” does not apply to this order. Applies only when the sum after discounts is at least ¥100.00.',
    })
  })

  it('for another service is refused, naming that', () => {
    const { code, words } = refusal([{ ...tenth, services: ['perm'] }], { coupon: 'spring-10' })
    expect(code).to.equal('COUPON_NOT_APPLICABLE')
    expect(words['zh-CN']).to.equal('优惠码「spring-10」不适用于这一单：只用于perm。')
  })

  it('with several rules needs one that fits', () => {
    const other = { ...tenth, id: 'other', services: ['perm'] }
    const price = quote(shop(other, tenth), order(HOUR), asked({ coupon: 'spring-10' }))
    expect(told(price)).to.deep.equal(['offering 10000', 'tenth -1000'])
    expect(left(price)).to.deep.equal(['other service'])
  })

  it('with several rules is refused with the reason of the one for this service', () => {
    const other = { ...tenth, id: 'other', services: ['perm'] }
    const many: FeeRule = { ...tenth, when: { fact: 'booking.people', op: 'gte', value: 2 } }
    expect(refusal([other, many], { coupon: 'spring-10' }).reason).to.equal('condition')
    expect(refusal([many, other], { coupon: 'spring-10' }).reason).to.equal('condition')
  })

  it('that finds nothing left is not used', () => {
    const all: FeeRule = { ...member, apply: { kind: 'flat', amount: 10000 } }
    const flat = coupon('flat', { kind: 'flat', amount: 100 }, { code: 'OFF' })
    const price = quote(shop(all, flat), order(HOUR), asked({ coupon: 'off' }))
    expect(price).to.deep.include({ total: 0, coupon: null })
    expect(left(price)).to.deep.equal(['flat nothingLeft'])
  })

  it('of a group gives way to a larger one, and is then not used', () => {
    const small = coupon('small', { kind: 'flat', amount: 100 }, { code: 'OFF', bestOf: 'one' })
    const always = coupon('always', { kind: 'flat', amount: 300 }, { bestOf: 'one' })
    const price = quote(shop(small, always), order(HOUR), asked({ coupon: 'off' }))
    expect(told(price)).to.deep.equal(['offering 10000', 'always -300'])
    expect(price.coupon).to.equal(null)
  })

  it('may be asked for by other rules: no member discount beside it', () => {
    const alone: FeeRule = { ...member, when: { fact: 'coupon.code', op: 'missing' } }
    expect(priced(shop(alone, tenth), HOUR, { coupon: 'spring-10' })).to.deep.equal([
      'offering 10000',
      'tenth -1000',
      9000,
    ])
    expect(priced(shop(alone, tenth), HOUR)).to.deep.equal(['offering 10000', 'member -2000', 8000])
  })
})
