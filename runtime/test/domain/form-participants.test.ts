import { expect } from 'chai'
import { ageOf, birthDateOf, checkParticipants, type FormField, type PublicForm } from '../../src/domain/index.ts'

const field = (kind: FormField['kind'], id: string, rest: Partial<FormField> = {}): FormField => ({
  id,
  kind,
  label: { 'zh-CN': '项' },
  ...rest,
})
const formOf = (...fields: FormField[]): PublicForm => ({ id: 'f', title: { 'zh-CN': '表' }, pages: [], fields })

const child = formOf(
  field('personName', 'name', { required: true }),
  field('date', 'born', { birthDate: true, required: true }),
  field('consent', 'allergy'),
  field('text', 'which', { required: true, visibleWhen: { fact: 'answer.allergy', op: 'eq', value: true } }),
  field('text', 'certificate', { required: true, visibleWhen: { fact: 'offering.id', op: 'eq', value: 'full' } }),
  field('text', 'invoice', { visibleWhen: { fact: 'order.invoice', op: 'eq', value: 'each' } }),
)
const places = [{ offering: 'half' }, { offering: 'full' }]
const mei = { name: '小梅', born: '2020-05-01' }
const lei = { name: '小雷', born: '2018-05-01', certificate: 'C1' }

/** What is kept, or `field CODE` of each fault. */
function outcome(given: unknown, order = {}): unknown {
  const checked = checkParticipants(child, places, given, { ageOn: '2027-03-06', order })
  return checked.ok ? checked.value : checked.faults.map((fault) => `${fault.field} ${fault.code}`)
}

describe('the answers of participants', () => {
  it('are looked at one by one, each with its own ticket', () => {
    expect(outcome([{ ...mei, certificate: 'not asked' }, lei])).to.deep.equal([mei, lei])
    expect(outcome([mei, { ...lei, certificate: '' }])).to.deep.equal(['participants.1.certificate REQUIRED'])
  })

  it('name the field of the one it belongs to', () => {
    expect(outcome([{ ...mei, allergy: true }, { born: 'today' }])).to.deep.equal([
      'participants.0.which REQUIRED',
      'participants.1.name REQUIRED',
      'participants.1.born BAD_DATE',
      'participants.1.certificate REQUIRED',
    ])
  })

  it('may depend on the form of the order', () => {
    const both = [
      { ...mei, invoice: 'A' },
      { ...lei, invoice: 'B' },
    ]
    expect(outcome(both, { invoice: 'each' })).to.deep.equal(both)
    expect(outcome(both, { invoice: 'none' })).to.deep.equal([mei, lei])
  })

  it('are as many as the places', () => {
    expect(outcome([mei])).to.deep.equal([
      'participants WRONG_COUNT',
      'participants.1.name REQUIRED',
      'participants.1.born REQUIRED',
      'participants.1.certificate REQUIRED',
    ])
    expect(outcome([mei, lei, mei])).to.deep.equal(['participants WRONG_COUNT'])
    for (const given of [undefined, null, {}, 'two']) expect(outcome(given)).to.include('participants WRONG_COUNT')
    expect(checkParticipants(child, [], undefined, {})).to.deep.equal({ ok: true, value: [] })
  })

  it('are each an object', () => expect(outcome([mei, 'lei'])).to.deep.equal(['participants.1 WRONG_TYPE']))
})

describe('an age', () => {
  for (const [born, on, age] of [
    ['2021-03-06', '2027-03-06', 6],
    ['2021-03-07', '2027-03-06', 5],
    ['2009-04-19', '2027-04-18', 17],
    ['2009-04-18', '2027-04-18', 18],
    ['2024-02-29', '2027-02-28', 2],
    ['2024-02-29', '2027-03-01', 3],
    ['2024-02-29', '2028-02-29', 4],
    ['2027-03-06', '2027-03-06', 0],
    ['2027-03-07', '2027-03-06', undefined],
  ] as const)
    it(`of one born ${born} is ${age} on ${on}`, () => expect(ageOf(child, { born }, on)).to.equal(age))

  const runner = formOf(
    field('date', 'joined'),
    field('idDocument', 'passport'),
    field('idDocument', 'card'),
    field('date', 'born', { birthDate: true }),
  )
  const card = { type: 'idCard', number: '11010519491231002X' }

  it('is counted from the date that is marked, or else off the first ID card', () => {
    const passport = { type: 'passport', number: 'E12345678' }
    expect(birthDateOf(runner, { joined: '2000-01-01', passport, card, born: '1950-01-02' })).to.equal('1950-01-02')
    expect(birthDateOf(runner, { joined: '2000-01-01', passport, card })).to.equal('1949-12-31')
    expect(birthDateOf(runner, { joined: '2000-01-01', passport })).to.equal(undefined)
  })

  it('is not known without a birth date', () =>
    expect(ageOf(runner, { joined: '2000-01-01' }, '2027-03-06')).to.equal(undefined))
})
