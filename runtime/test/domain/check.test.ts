import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import { check } from '../../src/domain/index.ts'
import { RULES } from '../../src/domain/check/index.ts'
import { salon } from './shops.ts'

/** A shop whose parts a test may break: the language has them readonly by nothing, optional by much. */
type Fees = NonNullable<Shop['fees']>
const fees = (shop: Shop): Fees => (shop.fees ??= [])
const cut = (shop: Shop) => shop.services[0] as Shop['services'][number]
const dye = (shop: Shop) => shop.services[2] as Shop['services'][number]
const stylist = (shop: Shop, index = 0) => (shop.resources ?? [])[index] as NonNullable<Shop['resources']>[number]
const form = (shop: Shop) => shop.forms[0] as Shop['forms'][number]
const when =
  (condition: NonNullable<Fees[number]['when']>, phase: 'surcharge' | 'discount' = 'discount') =>
  (shop: Shop) => {
    fees(shop).push({ id: 'new', label: 'New', phase, when: condition, apply: { kind: 'flat', amount: 100 } })
  }
const ask =
  (...fields: Shop['forms'][number]['fields']) =>
  (shop: Shop) => {
    form(shop).fields = fields
  }

interface Case {
  readonly name: string
  readonly rule: string
  readonly change: (shop: Shop) => unknown
  readonly found: readonly (readonly [pointer: string, code: string])[]
}

const CASES: readonly Case[] = [
  {
    name: 'two services of one id',
    rule: 'an identifier is used once in its list',
    change: (shop) => (dye(shop).id = 'cut'),
    found: [['/services/2/id', 'DUPLICATE_ID']],
  },
  {
    name: 'two offerings of one id',
    rule: 'an identifier is used once in its list',
    change: (shop) => ((cut(shop).offerings[2] as { id: string }).id = 'designer'),
    found: [['/services/0/offerings/2/id', 'DUPLICATE_ID']],
  },
  {
    name: 'two fields of one id',
    rule: 'an identifier is used once in its list',
    change: (shop) => ((form(shop).fields[1] as { id: string }).id = 'name'),
    found: [['/forms/0/fields/1/id', 'DUPLICATE_ID']],
  },
  {
    name: 'a role twice',
    rule: 'an identifier is used once in its list',
    change: (shop) =>
      cut(shop).requirements.push({
        ...(cut(shop).requirements[0] as never as { role: string; title: string; kind: 'staff' }),
      }),
    found: [['/services/0/requirements/1/role', 'DUPLICATE_ID']],
  },
  {
    name: 'a category that is not there',
    rule: 'a service names a category that exists',
    change: (shop) => (cut(shop).category = 'gone'),
    found: [['/services/0/category', 'UNKNOWN_REFERENCE']],
  },
  {
    name: 'a level that is not there',
    rule: 'resources and offerings name levels that exist',
    change: (shop) => shop.levels?.pop(),
    found: [
      ['/resources/2/level', 'UNKNOWN_REFERENCE'],
      ['/services/0/offerings/0/level', 'UNKNOWN_REFERENCE'],
    ],
  },
  {
    name: 'an add-on that is not there',
    rule: 'a service names add-ons that exist',
    change: (shop) => (cut(shop).addOns = ['care', 'gone']),
    found: [['/services/0/addOns/1', 'UNKNOWN_REFERENCE']],
  },
  {
    name: 'a form that is not there',
    rule: 'a service names a form that exists',
    change: (shop) => (cut(shop).form = 'gone'),
    found: [['/services/0/form', 'UNKNOWN_REFERENCE']],
  },
  {
    name: 'a fee for a service that is not there',
    rule: 'a fee rule names services that exist',
    change: (shop) => ((fees(shop)[0] as Fees[number]).services = ['cut', 'gone']),
    found: [['/fees/0/services/1', 'UNKNOWN_REFERENCE']],
  },
  {
    name: 'a tag that nobody has',
    rule: 'enough resources can do what a service requires',
    change: (shop) => ((cut(shop).requirements[0] as { tags: string[] }).tags = ['shave']),
    found: [['/services/0/requirements/0', 'NOBODY_CAN']],
  },
  {
    name: 'three roles for two who can',
    rule: 'enough resources can do what a service requires',
    change: (shop) =>
      (dye(shop).requirements = ['a', 'b', 'c'].map((role) => ({ role, title: role, kind: 'staff', tags: ['dye'] }))),
    found: [['/services/2/requirements', 'TOO_FEW_RESOURCES']],
  },
  {
    name: 'an offering of a level that none of those who can has',
    rule: 'someone who can do the service has the level of the offering',
    change: (shop) => ((dye(shop).offerings[0] as { level: string }).level = 'designer'),
    found: [['/services/2/offerings/0/level', 'LEVEL_OF_NOBODY']],
  },
  {
    name: 'a zone that is not there',
    rule: 'the zone is an IANA zone',
    change: (shop) => (shop.zone = 'Asia/Shanghi'),
    found: [['/zone', 'UNKNOWN_ZONE']],
  },
  {
    name: 'an offset for a zone',
    rule: 'the zone is an IANA zone',
    change: (shop) => (shop.zone = '+08:00'),
    found: [['/zone', 'UNKNOWN_ZONE']],
  },
  {
    name: 'hours over midnight in one range',
    rule: 'a time range ends after it begins',
    change: (shop) => shop.hours.weekly.push({ days: ['fri'], from: '22:00', to: '02:00' }),
    found: [['/hours/weekly/1/to', 'END_NOT_AFTER_START']],
  },
  {
    name: 'a break of no length',
    rule: 'a time range ends after it begins',
    change: (shop) =>
      (stylist(shop).schedule = {
        weekly: [{ days: ['wed'], from: '10:00', to: '20:00' }],
        breaks: [{ from: '13:00', to: '13:00' }],
      }),
    found: [['/resources/0/schedule/breaks/0/to', 'END_NOT_AFTER_START']],
  },
  {
    name: 'an exception whose days are swapped',
    rule: 'an exception ends on or after its first day',
    change: (shop) => shop.hours.exceptions?.push({ from: '2027-05-03', to: '2027-05-01', open: [] }),
    found: [['/hours/exceptions/1/to', 'END_NOT_AFTER_START']],
  },
  {
    name: 'a perm of ten hours',
    rule: 'every offering and choice fits into some day',
    change: (shop) => ((shop.services[1] as { duration: number }).duration = 600),
    found: [['/services/1/offerings/0', 'NEVER_FITS']],
  },
  {
    name: 'long hair that takes a day more',
    rule: 'every offering and choice fits into some day',
    change: (shop) => dye(shop).options?.[0]?.choices.splice(2, 1, { id: 'long', title: 'Long', minutes: 1440 }),
    found: [['/services/2/options/0/choices/2/minutes', 'NEVER_FITS']],
  },
  {
    name: 'a notice longer than the horizon',
    rule: 'notice and horizon leave days to book',
    change: (shop) => (shop.policies.booking = { notice: 2880, horizon: 1, step: 30 }),
    found: [['/policies/booking/notice', 'NEVER_BOOKABLE']],
  },
  {
    name: 'a fact that is not there',
    rule: 'a condition asks about facts that exist there',
    change: when({ fact: 'customer.shoeSize', op: 'eq', value: 42 }),
    found: [['/fees/3/when/fact', 'UNKNOWN_FACT']],
  },
  {
    name: 'an answer that no form asks for',
    rule: 'a condition asks about facts that exist there',
    change: when({ all: [{ not: { fact: 'answer.colour', op: 'given' } }] }),
    found: [['/fees/3/when/all/0/not/fact', 'UNKNOWN_FIELD']],
  },
  {
    name: 'a fact of fees in a form',
    rule: 'a condition asks about facts that exist there',
    change: (shop) =>
      ((form(shop).fields[2] as { visibleWhen: unknown }).visibleWhen = {
        fact: 'start.weekday',
        op: 'eq',
        value: 'sat',
      }),
    found: [['/forms/0/fields/2/visibleWhen/fact', 'FACT_OUT_OF_SCOPE']],
  },
  {
    name: 'the sum before discounts in a surcharge',
    rule: 'a condition asks about what is known by then',
    change: when({ fact: 'amount.beforeDiscounts', op: 'gte', value: 100 }, 'surcharge'),
    found: [['/fees/3/when/fact', 'FACT_OUT_OF_SCOPE']],
  },
  {
    name: 'a field shown by one after it',
    rule: 'a condition asks about what is known by then',
    change: ask(
      { id: 'which', kind: 'text', label: 'Which', visibleWhen: { fact: 'answer.any', op: 'eq', value: true } },
      { id: 'any', kind: 'consent', label: 'Any' },
    ),
    found: [['/forms/0/fields/0/visibleWhen/fact', 'FIELD_NOT_EARLIER']],
  },
  {
    name: 'a field required by itself',
    rule: 'a condition asks about what is known by then',
    change: ask({ id: 'name', kind: 'text', label: 'Name', requiredWhen: { fact: 'answer.name', op: 'missing' } }),
    found: [['/forms/0/fields/0/requiredWhen/fact', 'FIELD_NOT_EARLIER']],
  },
  {
    name: 'a weekday that is above another',
    rule: 'an operator fits the type of its fact',
    change: when({ fact: 'start.weekday', op: 'gt', value: 'fri' }),
    found: [['/fees/3/when/op', 'OPERATOR_DOES_NOT_FIT']],
  },
  {
    name: 'a phone number that is below another',
    rule: 'an operator fits the type of its fact',
    change: when({ fact: 'answer.phone', op: 'lt', value: '2' }),
    found: [['/fees/3/when/op', 'OPERATOR_DOES_NOT_FIT']],
  },
  {
    name: 'a comparison with nothing',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'customer.visits', op: 'eq' }),
    found: [['/fees/3/when/value', 'VALUE_MISSING']],
  },
  {
    name: 'a value for missing',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'customer.membership', op: 'missing', value: 'gold' }),
    found: [['/fees/3/when/value', 'VALUE_NOT_NEEDED']],
  },
  {
    name: 'one value for in',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'start.weekday', op: 'in', value: 'sat' }),
    found: [['/fees/3/when/value', 'VALUE_DOES_NOT_FIT']],
  },
  {
    name: 'a list for eq',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'start.weekday', op: 'eq', value: ['sat'] }),
    found: [['/fees/3/when/value', 'VALUE_DOES_NOT_FIT']],
  },
  {
    name: 'a text for a number',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'customer.visits', op: 'in', value: [1, '2'] }),
    found: [['/fees/3/when/value/1', 'VALUE_DOES_NOT_FIT']],
  },
  {
    name: 'a day that is not in the calendar',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'start.date', op: 'lt', value: '2026-02-30' }),
    found: [['/fees/3/when/value', 'VALUE_DOES_NOT_FIT']],
  },
  {
    name: 'a weekday nobody knows',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'start.weekday', op: 'in', value: ['sat', 'sunday'] }),
    found: [['/fees/3/when/value/1', 'UNKNOWN_VALUE']],
  },
  {
    name: 'a membership the shop has not',
    rule: 'a value fits its fact and operator',
    change: when({ fact: 'customer.membership', op: 'eq', value: 'platinum' }),
    found: [['/fees/3/when/value', 'UNKNOWN_VALUE']],
  },
  {
    name: 'a choice the field has not',
    rule: 'a value fits its fact and operator',
    change: ask(
      { id: 'hair', kind: 'several', label: 'Hair', choices: [{ id: 'curly', title: 'Curly' }] },
      {
        id: 'more',
        kind: 'text',
        label: 'More',
        visibleWhen: { fact: 'answer.hair', op: 'contains', value: 'straight' },
      },
    ),
    found: [['/forms/0/fields/1/visibleWhen/value', 'UNKNOWN_VALUE']],
  },
  {
    name: 'a least above the most',
    rule: 'a lower bound is not above the upper',
    change: ask({ id: 'age', kind: 'number', label: 'Age', min: 60, max: 18 }),
    found: [['/forms/0/fields/0/max', 'BOUNDS_REVERSED']],
  },
  {
    name: 'a first date after the last',
    rule: 'a lower bound is not above the upper',
    change: ask({ id: 'born', kind: 'date', label: 'Born', from: '2020-01-01', to: '2010-01-01' }),
    found: [['/forms/0/fields/0/to', 'BOUNDS_REVERSED']],
  },
  {
    name: 'a choice of nothing',
    rule: 'a question with choices has some',
    change: ask({ id: 'hair', kind: 'choice', label: 'Hair' }),
    found: [['/forms/0/fields/0/choices', 'CHOICES_MISSING']],
  },
  {
    name: 'more to pick than there is',
    rule: 'a question with choices has some',
    change: ask({ id: 'hair', kind: 'several', label: 'Hair', min: 2, choices: [{ id: 'a', title: 'A' }] }),
    found: [['/forms/0/fields/0/min', 'BOUNDS_REVERSED']],
  },
  {
    name: 'a required note',
    rule: 'a note is not required',
    change: ask({ id: 'hello', kind: 'note', label: 'Hello', required: true }),
    found: [['/forms/0/fields/0/required', 'NOTHING_TO_FILL_IN']],
  },
  {
    name: 'a refund that rises',
    rule: 'refunds do not rise as the start nears',
    change: (shop) =>
      (shop.policies.cancellation = {
        tiers: [
          { before: 120, refund: 8000 },
          { before: 1440, refund: 5000 },
        ],
      }),
    found: [['/policies/cancellation/tiers/0/refund', 'REFUND_RISES']],
  },
  {
    name: 'two tiers at one time',
    rule: 'refunds do not rise as the start nears',
    change: (shop) =>
      (cut(shop).policies = {
        cancellation: {
          tiers: [
            { before: 60, refund: 10000 },
            { before: 60, refund: 0 },
          ],
        },
      }),
    found: [['/services/0/policies/cancellation/tiers/1/before', 'DUPLICATE_TIER']],
  },
  {
    name: 'a surcharge on surcharges',
    rule: 'a percentage is taken of earlier phases',
    change: (shop) =>
      ((fees(shop)[0] as Fees[number]).apply = { kind: 'percent', rate: 100, of: ['base', 'surcharge'] }),
    found: [['/fees/0/apply/of/1', 'PHASE_NOT_EARLIER']],
  },
  {
    name: 'a group of surcharges and discounts',
    rule: 'a best-of group keeps to one phase',
    change: (shop) => ((fees(shop)[0] as Fees[number]).bestOf = 'one-discount'),
    found: [
      ['/fees/1/bestOf', 'GROUP_OF_TWO_PHASES'],
      ['/fees/2/bestOf', 'GROUP_OF_TWO_PHASES'],
    ],
  },
]

describe('the check of a shop', () => {
  it('finds nothing in the salon', () => expect(check(salon())).to.deep.equal([]))

  for (const { name, rule, change, found } of CASES)
    it(`${name}: ${rule}`, () => {
      const problems = check(salon((shop) => void change(shop)))
      expect(problems.map(({ pointer, code }) => [pointer, code])).to.deep.equal(found)
      for (const { message } of problems) {
        expect(message['zh-CN']).to.match(/[。]$/)
        expect(message.en).to.match(/[.]$/)
      }
      expect([...(RULES[rule] ?? (() => []))(salon((shop) => void change(shop)))]).to.have.length(found.length)
    })

  it('has a case for every rule', () => {
    expect(Object.keys(RULES)).to.have.members([...new Set(CASES.map(({ rule }) => rule))])
  })

  it('takes hostile texts as texts', () => {
    const hostile = '"}});process.exit()//{{x}}</script>'
    const shop = salon((one) => {
      one.profile.name = hostile
      cut(one).title = hostile
      stylist(one).name = hostile
      for (const fee of fees(one)) fee.label = hostile
    })
    expect(check(shop)).to.deep.equal([])
  })
})
